internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// One panel: what it shows, before it has a place.
struct Panel {
  enum Form {
    /// The title of those below it.
    case row
    /// The last value, green up to a threshold and red from it on; or the other way round.
    case stat(threshold: String?, isFloor: Bool)
    case graph
  }

  let title: String
  let form: Form
  let unit: String
  /// Queries with the names of their lines.
  let queries: [(expression: String, legend: String)]

  init(row title: String) {
    self.init(title, .row, unit: "none", [])
  }

  init(_ title: String, _ form: Form, unit: String, _ queries: [(expression: String, legend: String)]) {
    self.title = title
    self.form = form
    self.unit = unit
    self.queries = queries
  }
}

/// A dashboard in Grafana's own words.
///
/// It has no id and no version, which a Grafana gives itself; its uid follows from what it is of, so that links to it
/// last.
func dashboard(
  _ title: String,
  of identity: String,
  tags: [String],
  variables: [Node],
  _ panels: [Panel]
) -> Node {
  [
    "uid": Node("spai-" + sha256(Array(identity.utf8)).prefix(20)),
    "title": Node(title),
    "tags": .list(tags.map { Node($0) }),
    "schemaVersion": 39,
    "editable": false,
    "graphTooltip": 1,
    "timezone": "browser",
    "refresh": "1m",
    "time": ["from": "now-6h", "to": "now"],
    "annotations": ["list": []],
    "templating": ["list": .list([dataSource] + variables)],
    "links": [],
    "panels": .list(placed(panels)),
  ]
}

/// A Prometheus of the Grafana that shows the dashboard, whatever it is called there.
private let dataSource: Node = [
  "name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus",
  "refresh": 1, "hide": 0, "includeAll": false, "multi": false,
]

private let source: Node = ["type": "prometheus", "uid": "${datasource}"]

/// A variable whose values are those of a label.
func variable(_ name: String, _ title: String, of label: String, in series: String) -> Node {
  let query = "label_values(\(series), \(label))"
  return [
    "name": Node(name), "label": Node(title), "type": "query", "datasource": source,
    "definition": Node(query), "query": ["query": Node(query), "refId": Node("\(name)-values")],
    "refresh": 2, "sort": 1, "hide": 0, "includeAll": true, "multi": true, "allValue": ".*",
    "current": ["text": "All", "value": "$__all"],
  ]
}

/// Rows of the grid of 24 columns: graphs two abreast, single values four abreast.
private func placed(_ panels: [Panel]) -> [Node] {
  var nodes: [Node] = []
  var (x, y, height) = (0, 0, 0)
  for (index, panel) in panels.enumerated() {
    let size: (width: Int, height: Int) =
      switch panel.form {
      case .row: (24, 1)
      case .stat: (6, 4)
      case .graph: (12, 8)
      }
    if x + size.width > 24 || (x > 0 && size.height != height) { (x, y) = (0, y + height) }
    height = size.height
    nodes.append(
      node(
        panel,
        id: index + 1,
        at: ["h": Node(size.height), "w": Node(size.width), "x": Node(x), "y": Node(y)]
      )
    )
    x += size.width
  }
  return nodes
}

private func node(_ panel: Panel, id: Int, at place: Node) -> Node {
  if case .row = panel.form {
    return [
      "id": Node(id), "type": "row", "title": Node(panel.title), "collapsed": false, "gridPos": place,
      "panels": [],
    ]
  }
  let isStat = if case .stat = panel.form { true } else { false }
  return [
    "id": Node(id),
    "type": Node(isStat ? "stat" : "timeseries"),
    "title": Node(panel.title),
    "datasource": source,
    "gridPos": place,
    "fieldConfig": [
      "defaults": [
        "unit": Node(panel.unit), "min": isStat ? nil : 0, "noValue": "no data",
        "color": ["mode": Node(isStat ? "thresholds" : "palette-classic")],
        "thresholds": ["mode": "absolute", "steps": steps(panel.form)],
      ],
      "overrides": [],
    ],
    "options": isStat
      ? [
        "colorMode": "background", "graphMode": "area", "justifyMode": "auto", "textMode": "auto",
        "reduceOptions": ["calcs": ["lastNotNull"], "fields": "", "values": false],
      ]
      : [
        "legend": ["displayMode": "list", "placement": "bottom", "showLegend": true],
        "tooltip": ["mode": "multi", "sort": "desc"],
      ],
    "targets": .list(
      panel.queries.enumerated().map { index, query in
        [
          "refId": Node(String(decoding: [UInt8(ascii: "A") + UInt8(index % 26)], as: UTF8.self)),
          "datasource": source, "expr": Node(query.expression), "legendFormat": Node(query.legend),
          "range": true,
        ]
      }
    ),
  ]
}

private func steps(_ form: Panel.Form) -> Node {
  guard case .stat(let threshold?, let isFloor) = form else { return [["color": "green"]] }
  let bound = Node(.scalar(Scalar(threshold, type: .float)))
  return [
    ["color": Node(isFloor ? "red" : "green")], ["color": Node(isFloor ? "green" : "red"), "value": bound],
  ]
}
