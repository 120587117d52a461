internal import Validation

/// Who a pod's processes are, and what they may do.
///
/// Most settings are the pod's unless a container has its own, so a fault of the pod's setting is one fault,
/// however many containers have it.
extension Pod {
  /// Whether it runs on Windows, where the users, capabilities and profiles of Linux mean nothing.
  var isForWindows: Bool { spec.isForWindows }

  /// Whether root in its containers is nobody on the node.
  var hasUsersOfItsOwn: Bool { spec["hostUsers"].isFalse }

  /// The faults in a setting, each written one once.
  ///
  /// - Parameters:
  ///   - key: A field of the security contexts.
  ///   - isFault: Whether a container's setting is wrong.
  /// - Returns: The places of the wrong ones, or where one should be.
  func faults(in key: String, where isFault: (Container, Field) -> Bool) -> [Field] {
    var told: Set<String> = []
    return containers.compactMap { container in
      let field = container.effective(key)
      return isFault(container, field) && told.insert(field.path.route).inserted ? field : nil
    }
  }
}

extension Container {
  /// Whether it runs on Windows.
  var isForWindows: Bool { pod.isForWindows }

  /// Whether its root is nobody on the node.
  var hasUsersOfItsOwn: Bool { pod["hostUsers"].isFalse }

  /// The security setting that it runs under: its own or the pod's, or the place of its own where neither is
  /// written.
  func effective(_ key: String) -> Field {
    let setting = security(key)
    return setting.isPresent ? setting : ownSecurity(key)
  }
}

extension Field {
  fileprivate var isForWindows: Bool {
    self["os"]["name"].text == "windows" || self["nodeSelector"]["kubernetes.io/os"].text == "windows"
  }

  /// The hosts that the probes and hooks of a container ask instead of the pod.
  var handlerHosts: [Field] {
    let probes = ["livenessProbe", "readinessProbe", "startupProbe"].map { self[$0] }
    let hooks = ["postStart", "preStop"].map { self["lifecycle"][$0] }
    return (probes + hooks).flatMap { handler in
      ["httpGet", "tcpSocket"].map { handler[$0]["host"] }.filter { $0.written != nil }
    }
  }
}
