/// Why a kind of finding exists, and what to do about it.
package struct CodeExplanation: Sendable {
  /// For instance `SPAI1401`.
  package let id: String
  /// For instance `over-quota`.
  package let name: String
  package let text: String

  fileprivate init?(_ line: Substring) {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let words = line[..<colon].split(separator: " ")
    guard words.count == 2 else { return nil }
    id = String(words[0])
    name = String(words[1])
    text = String(line[colon...].dropFirst(2))
  }

  /// Every kind of finding, by code; one line each, so that a list stays a list.
  ///
  /// A test sees that none is missing.
  package static let all = lines.split(separator: "\n").compactMap { CodeExplanation($0) }
}

private let lines = """
  SPAI0001 file-failure: The disk refused something. What was written is whole, and the next build goes on from there.
  SPAI0002 no-input-folder: A folder of input is missing. That is never taken for "there are no tenants": nothing would be left.
  SPAI0003 linked-input: Input that is a symbolic link could lead anywhere, so it is not followed. Put the file itself there.
  SPAI0004 taken-path: A new file would take the place of one that is there. Nothing was written.
  SPAI0005 not-a-resource-list: 'krm' is a function that kustomize or kpt runs; they hand it a ResourceList.
  SPAI1001 syntax-error: The text is not YAML 1.2. Nothing behind the place is read; what stands before it is.
  SPAI1002 not-utf8: Specs are UTF-8. Save the file anew in that encoding.
  SPAI1003 duplicate-key: A key that is written twice has two meanings. Most tools take the last one silently; this one asks.
  SPAI1004 merge-key: Merge keys ('<<') are not part of YAML 1.2. Layers do what they are used for; see 'defaults'.
  SPAI1005 alias-bomb: Aliases stand for more nodes than a spec needs. A few hundred bytes can stand for gigabytes that way.
  SPAI1006 recursive-alias: An anchor that contains an alias to itself has no end.
  SPAI1007 unknown-anchor: An alias names an anchor that stands nowhere before it in the same document.
  SPAI1008 too-deep: The document is nested deeper than any spec, which is how parsers are made to crash.
  SPAI1009 too-large: The file is larger than 16 MiB. Split it; documents of one kind may stand in any number of files.
  SPAI1010 bad-tag: A tag says that a value is of another type than it is, or of one that specs do not have.
  SPAI1011 non-scalar-key: A key is a list or a mapping. Names are texts.
  SPAI1012 forbidden-character: YAML forbids the character; an editor may not even show it. Write its escape in double quotes.
  SPAI1013 more-findings: A source has more problems than are shown. Mend the first ones; many of the rest follow from them.
  SPAI1014 unformattable: 'fmt' leaves the file as it is: it is written in a way that cannot be moved safely.
  SPAI1101 unknown-key: The key is none of its object's. An unknown key is refused because a misspelt one would do nothing.
  SPAI1102 missing-key: The object needs the key to have a meaning. 'spai-gen explain KEY' tells what it says.
  SPAI1103 wrong-kind: The value is of another shape: a list instead of a text, a text instead of a number.
  SPAI1104 bad-value: The value is of the right type but not of the right form, or none of the words that are known.
  SPAI1105 bad-key: The name of a thing becomes a name in Kubernetes, so it has to be one that Kubernetes takes.
  SPAI1106 no-kind: A document says by 'kind' what it declares.
  SPAI1107 unknown-kind: The kind is none of spai/v1. Kubernetes' own kinds go into RawObjects.
  SPAI1108 wrong-folder: Templates are the platform team's to write, tenants the tenant teams'; the folder says who it was.
  SPAI1109 secret-value: A secret in a spec is in git for ever, in every clone. Put it into the store, refer to it, and change it.
  SPAI1201 locked-path: The tier locks the path: no layer above it may set it. The platform team can change the tier.
  SPAI1202 redundant-override: The override says what already holds. It hides that the value comes from below, and will not follow it.
  SPAI1203 over-limit: A limit of the tier is broken. Values are never clamped silently; both lines are shown.
  SPAI1204 tier-too-low: The template asks for a larger tier than the tenant has.
  SPAI1301 undeclared-name: A name that nobody declares, or not in this place.
  SPAI1302 no-platform: One Platform document declares what the cluster has; without it nothing can be compiled.
  SPAI1303 duplicate-document: Two documents of one kind have one name, so nobody could say which of them holds.
  SPAI1304 bad-namespace: The namespace is made of the tenant's name and the environment's short name, at most 63 characters.
  SPAI1305 duplicate-workload: Services and jobs of a tenant share a namespace, and so they share names.
  SPAI1306 long-name: Kubernetes adds suffixes to names, and limits what results: 52 characters for a CronJob, 63 for a pod.
  SPAI1307 reversed-replicas: A range whose lower end is above its upper end holds nothing.
  SPAI1308 no-resource-tier: The size of a job is its resource tier; nobody says which.
  SPAI1309 reversed-run-time: A run takes at least longer than it takes at most.
  SPAI1310 no-schedule: A scheduled job runs when its schedule says, and there is none.
  SPAI1311 idle-pods: More pods work at once than there is work to do.
  SPAI1312 latest-tag: The tag 'latest' means another image tomorrow: a restart would be a release that nobody made.
  SPAI1313 same-port: Two ports have one number.
  SPAI1314 same-variable: A variable is set twice, by 'env' and by a secret; only one of them would hold.
  SPAI1315 same-mount: Two volumes are mounted at one folder; only one of them would be seen.
  SPAI1316 no-storage-class: A claim names no storage class and the platform has no default: it would be pending for ever.
  SPAI1317 wrong-access: The storage class cannot be mounted in the way that is asked for.
  SPAI1318 no-secret-store: A secret is used by a tenant that has no store for it.
  SPAI1319 no-mount: The files of a secret need a folder to stand in.
  SPAI1320 open-destination: A destination without addresses would be everywhere, one without ports nowhere.
  SPAI1321 inside-cluster: Addresses of the cluster are not external: an edge to a service is declared under 'calls', on both sides.
  SPAI1322 metadata-address: The cloud's metadata address hands the node's credentials to whoever asks.
  SPAI1323 ambiguous-probe: A probe asks in exactly one way. Layers add up: set the inherited way to null.
  SPAI1324 stuck-rollout: A rolling update needs a pod more or a pod less than wanted; here neither is allowed.
  SPAI1325 long-pace: The HorizontalPodAutoscaler bounds its times: an hour to stabilise, half an hour for a policy.
  SPAI1326 fighting-scalers: Horizontal and vertical scaling must not drive the same resource: they would chase each other.
  SPAI1327 reserved-name: Labels and volumes of the compiler's own names would be overwritten, or select other pods.
  SPAI1328 missing-capability: The cluster does not have the operator that would do this, so core Kubernetes does what it can.
  SPAI1329 ambiguous-gpu: GPUs are asked for in several forms; they exclude each other.
  SPAI1330 missing-gpu-form: The GPU class does not offer this form.
  SPAI1331 too-old-for-claims: Dynamic resource allocation is served as resource.k8s.io/v1 since Kubernetes 1.34.
  SPAI1332 missing-for-mode: The way in which the job runs needs the key.
  SPAI1333 ambiguous-source: A stream or event job follows exactly one source.
  SPAI1334 misplaced-workers: Workers of a distributed run are its completions; a stream, an event job or further completions do not fit.
  SPAI1335 lost-checkpoints: Checkpoints on a volume without a claim are lost with the pod that they were to save.
  SPAI1336 no-checkpoints: A job on nodes that may be taken away starts from nothing each time, unless it keeps checkpoints.
  SPAI1337 no-spot-nodes: The platform declares no nodes that may be taken away.
  SPAI1338 no-tenant: A patch or raw object under tenants/ is for one tenant; without a name it would be for all.
  SPAI1339 empty-patch: A patch is a strategic merge or a JSON Patch, not both and not neither.
  SPAI1340 unfinished-move: A move leads from a name that is gone. The old workload is still there.
  SPAI1341 stateful-move: Claims of a StatefulSet are called after it, so a new name is new, empty storage.
  SPAI1342 not-a-raw-object: An entry of RawObjects is not an object as Kubernetes writes one.
  SPAI1343 kind-not-allowed: The tier lists the kinds that its tenants may write by hand.
  SPAI1344 raw-secret: A Secret's values would stand in git. The secret store is the place for them.
  SPAI1345 foreign-namespace: Objects of a tenant live in the tenant's namespace.
  SPAI1346 taken-label: The label is added by the compiler, and says whose the object is.
  SPAI1347 unexpected-matches: A patch that matches another number of objects than expected is out of date, or was never right.
  SPAI1348 protected-field: A patch of a tenant may not change who an object is, what bounds the tenant, or what the tier locks.
  SPAI1349 stuck-patch: A step of the JSON Patch does not fit the object.
  SPAI1350 two-engines: Two GitOps engines that apply the same objects undo each other's work.
  SPAI1351 engine-namespace: A tenant in the namespace of an engine, or of Velero, could write what belongs to others.
  SPAI1352 shared-application: Two units would be one application of Argo CD, which would prune the other's objects.
  SPAI1353 no-trace-agent: The operator puts an agent into a program by the image that the platform names for its language.
  SPAI1354 unreadable-fields: A field can be taken out of a line only where the line has fields: where it is JSON.
  SPAI1355 strange-collector: The operator names the Service of a collector itself: after the collector, with '-collector' behind it.
  SPAI1356 no-time: A time of no length would refuse every request, or none, by the words of the mesh.
  SPAI1357 long-try: The request has ended before the one try has. There is never another.
  SPAI1358 no-request-port: A mesh tells requests apart where it knows the protocol. In any other connection it sees bytes only.
  SPAI1359 call-from-outside: Workers of a distributed run have no sidecar, and a pod of the mesh answers nobody without one.
  SPAI1360 ambiguous-channel: A channel is one place, so that each can have severities and environments of its own.
  SPAI1361 unscoped-query: Prometheus holds the series of all tenants. A query without a choice of the workload adds them up.
  SPAI1362 no-alert-secret: The channel takes its secret from the tenant's store, and the tenant has none: its alerts would reach nobody.
  SPAI1363 no-alert-address: The channel writes to the contact of the tenant's owner, which is no address of e-mail.
  SPAI1364 reserved-workload: Rules, dashboards and the account of the whole tenant have the name. One would replace the other.
  SPAI1365 path-of-grpc: A gRPC call names a service and a method. A prefix of paths would match none of them.
  SPAI1366 no-grpc-route: An Ingress has no words for gRPC; every controller has an annotation of its own.
  SPAI1367 shared-bootstrap: The namespace holds the passwords of administrators of databases; a tenant in it would read everybody's data.
  SPAI1368 migrations-without-order: Argo CD waits for one step before the next; nothing else does, and 'contract' must not come early.
  SPAI1369 contract-under-old-version: While two versions serve, one of them still needs what 'contract' takes away.
  SPAI1370 isolation-not-allowed: The tier says by 'isolation' how far apart its tenants' databases may be kept.
  SPAI1371 no-own-cluster: Only an operator can run a PostgreSQL cluster of the tenant's own; a database on a server needs none.
  SPAI1372 bad-sql-name: Names on a server need no quotes and have no more than 46 characters, because Jobs are called after them.
  SPAI1373 no-data-server: A schema or database is on a server of the Platform, made by its 'bootstrap'.
  SPAI1374 unclear-place: Where there are several servers or buckets, data says which one it is on; in a cluster of its own, none.
  SPAI1375 no-cluster-size: A cluster of the tenant's own has a size, and the Platform says of which image it is and who runs it.
  SPAI1376 no-data-secrets: Passwords come from the tenant's secret store; a tenant without one can have no data.
  SPAI1377 shared-data: Two tenants, or two environments, would reach the same data. Neither is built until one has another name.
  SPAI1378 shared-secret: A tenant names a secret that is another's. What 'key' names lies below the tenant's own name, or is nobody else's.
  SPAI1379 migration-of-nothing: Migrations change the databases of their service, which has to name them.
  SPAI1380 stateful-release: Pods with names and storage of their own exist once; two versions cannot stand side by side.
  SPAI1381 no-request-matching: Only the Gateway API divides requests by what they carry; an Ingress cannot, and pods do not ask.
  SPAI1382 unexposed-release: The gateway divides the requests that come through it, so the service has to be exposed.
  SPAI1383 no-variant: An A/B test says what is tested, on whom, and until when; nothing of that can be guessed.
  SPAI1384 falling-steps: Each step of a canary gives it more than the one before; the last one is followed by everything.
  SPAI1385 ambiguous-match: Requests get the variant by one header or one cookie, so that everyone can say which it was.
  SPAI1386 ambiguous-check: A measurement has one bound: the least for a rate of success, the most for a latency.
  SPAI1387 taken-release-name: Each version of a service has objects of its own, named after it; another workload has the name.
  SPAI1388 unknown-argument: A query knows the new version by 'service', 'namespace' and 'hash'; any other stops the release.
  SPAI1389 portless-release: A blue-green switch changes whom the Service asks, and a service without ports has none.
  SPAI1390 shared-host: A listener takes a host for gRPC or for HTTP; the Gateway API lets no two routes of both kinds have it.
  SPAI1391 unmet-rpo: What may be lost is the time between two backups and the time that one takes; that is more than promised.
  SPAI1392 no-backup-job: The job that is to make the backups is not there, or does not run on a schedule.
  SPAI1393 short-retention: The data class says how long backups of such data are kept at least.
  SPAI1394 no-rehearsal-image: A rehearsal of a restore runs in a pod, whose image the Platform names.
  SPAI1395 ambiguous-signer: Images of a registry are signed by an identity or by a key, and each is named in one way.
  SPAI1396 unmet-image-demand: The environment asks something of every image that this one does not have.
  SPAI1397 partial-day: The day of a scan is known, its hour is not, so that its age is a number of whole days.
  SPAI1398 inherited-record: A bill of materials or a scan is about the bytes of one image; of another it proves nothing.
  SPAI1399 unportable-annotations: Limits of requests and versions of TLS are in no portable object, only in those of one maker.
  SPAI1401 over-quota: Everything that is declared may run at once; the quota would refuse some of it in the middle of the night.
  SPAI1402 over-ceiling: The quotas of all namespaces of the tenant together are more than its tier allows.
  SPAI1403 unshared-claim: A volume that one node may mount cannot be shared by several pods, or by the old and the new one.
  SPAI1404 too-little-memory: Volumes in memory, shared memory and the heap come out of one limit: the container would be killed.
  SPAI1405 too-little-scratch: A pod whose scratch volumes outgrow its ephemeral storage is evicted.
  SPAI1406 overlapping-runs: A run may still work when the next one starts.
  SPAI1407 hasty-rollout: A pod may take longer to start than a rollout may take: every release of a slow start would fail.
  SPAI1408 one-zone: A spread over zones is required of a platform with one zone.
  SPAI1409 slow-probe: A probe that may take longer than its period asks again before it has an answer.
  SPAI1411 over-budget: What is declared costs more than the budget even where it does as little as it may.
  SPAI1412 no-price: Every class of storage and of GPUs has a price, so that no cost is too low in silence.
  SPAI1413 foreign-budget: Prices and budgets are of one currency: a rate would change costs without a change of the specs.
  SPAI1414 divided-budget: The parts of a budget for single environments are more than the whole.
  SPAI1415 rpo-without-backup: The tenant is promised to lose no more than its RPO, and nothing makes backups.
  SPAI1416 forbidden-chaos: Experiments run only where the environment and the tier allow them.
  SPAI1417 ambiguous-experiment: An experiment makes exactly one fault, so that its outcome says something.
  SPAI1418 blast-radius: An experiment hits no more than a drain may take, leaves a pod unharmed, and ends soon.
  SPAI1419 overlapping-experiments: Two faults at one time are more than either may be.
  SPAI1501 drift: The output is not what the specs say. Somebody edited it, or forgot to build.
  SPAI1502 edited-file: A file of the output was edited by hand, and would be overwritten. Move the change into the spec.
  SPAI1503 kept-edit: A file that is no longer made was edited, so it is kept. Delete it if nobody needs it.
  SPAI1504 guarded-deletion: The build would delete data, or much of a unit. '--allow-delete UNIT' says that this is meant.
  SPAI1505 bad-lock: The inventory of the unit cannot be read, so nothing of it is deleted.
  SPAI1506 path-collision: Two objects would be one file.
  SPAI1507 misprinted: The printed bytes read back as something else. This is a bug of spai-gen; please report it.
  SPAI1508 abandoned-unit: Output of a tenant that no spec declares any more. It is kept until its deletion is allowed.
  SPAI1509 no-such-unit: No tenant of that name is in that environment.
  SPAI1510 not-formatted: A spec is not in its canonical form. 'spai-gen fmt' writes it so.
  SPAI1512 not-restorable: There is no backup of the unit, or the place to restore it to is not free.
  SPAI1601 not-an-object: The document is not an object of the Kubernetes API: it lacks 'apiVersion' or 'kind', or is no mapping.
  SPAI1602 unknown-api-kind: No version of Kubernetes and no known operator has the kind.
  SPAI1603 unserved-api: The kind exists, but not in this API version, or not yet at this version of Kubernetes.
  SPAI1604 removed-api: The API was removed: a cluster of this version refuses the object.
  SPAI1605 deprecated-api: The API still works, and will be removed. Move to its replacement before the upgrade.
  SPAI1606 unknown-api-field: The field does not exist. A server with strict validation refuses it; others drop it silently.
  SPAI1607 wrong-api-type: The value is of another type than the field.
  SPAI1608 missing-api-field: The API requires the field.
  SPAI1609 api-enum: The value is none of those that the field takes.
  SPAI1610 api-bound: The value is below or above the bounds of the field.
  SPAI1611 api-pattern: The text does not match the pattern of the field.
  SPAI1612 api-format: The text is not of the field's format, such as a quantity, a date or base64.
  SPAI1613 duplicate-list-key: Two items of a list have one key; a server refuses them or merges them.
  SPAI1614 api-choice: The definition asks for exactly one, or at least one, of several fields.
  SPAI1615 bad-definition: A CustomResourceDefinition cannot be read, so its kind is not known.
  SPAI1617 cluster-scoped: The kind belongs to the whole cluster; a tenant's objects are in its namespace.
  SPAI1701 api-name: The API holds each name to a syntax, which differs by kind.
  SPAI1702 api-label: Labels, annotations and their values have a syntax and a size.
  SPAI1703 api-selector: A selector must select what its object makes, and be written as selectors are.
  SPAI1704 api-quantity: Quantities have a notation, and requests, limits, minimum and maximum an order.
  SPAI1705 api-port: Ports go from 1 to 65535, and their names have a syntax.
  SPAI1706 api-exclusive: The fields exclude each other, or exactly one of them is needed.
  SPAI1707 api-range: The number is out of the range that the API accepts.
  SPAI1708 api-reference: The field refers to something in the same object that is not there.
  SPAI1709 api-duplicate: Two things have one name, port or path, where each needs its own.
  SPAI1710 api-schedule: The schedule, time zone or duration cannot be read.
  SPAI1711 api-address: The address, range, host or URL is not one.
  SPAI1712 api-path: The path is relative where it must not be, leaves its folder, or holds what a path cannot.
  SPAI1713 api-combination: Each value is right by itself; together the API refuses them.
  SPAI1714 api-required: The API needs the value here, though no schema says so.
  SPAI1715 api-value: The word is none of those that the API knows.
  SPAI1716 api-size: The object is larger than the API takes.
  SPAI1717 api-encoding: The text is not base64, or not of the encoding that the field takes.
  SPAI1801 no-git: The program 'git' is needed to read another revision. A folder can be compared without it.
  SPAI1802 not-a-repository: The project is in no git repository, so there is no other revision of it.
  SPAI1803 no-such-revision: The repository has no commit, branch or tag of that name.
  SPAI1804 git-failed: Git could not read the revision; its own words say why.
  SPAI1805 no-folder-in-revision: The other revision has no such folder of input.
  SPAI1901 compliance-unknown-key: The key is none of a Framework's or Waiver's. A misspelt one would change what is claimed.
  SPAI1902 compliance-missing-key: The document needs the key. Nothing of a claim or a waiver is left to be guessed.
  SPAI1903 compliance-bad-value: The value is not of the form that its key takes: a number, a day, a word, a list of texts.
  SPAI1904 compliance-unknown-rule: No rule has the name, so that the control would never be looked at.
  SPAI1905 duplicate-control: A requirement that two controls cover would be counted twice.
  SPAI1906 incomplete-framework: A framework says how many requirements it has, and covers each, be it by saying that manifests say nothing.
  SPAI1907 control-contradiction: The coverage of a control claims more, or less, than its rules can show.
  SPAI1908 duplicate-compliance-document: Two frameworks or two waivers have one name.
  SPAI1909 self-approved-waiver: Who answers for a risk does not approve it.
  SPAI1910 waiver-too-long: A waiver lasts 180 days at most, 30 for a critical rule; then somebody looks again.
  SPAI1911 expired-waiver: The waiver is over: what it waived counts as a failure again, and the gate stays closed until it is removed.
  SPAI1912 idle-waiver: The waiver covers no failure: it is mended, the scope is wrong, or the object has changed since.
  SPAI3501 unknown-rule: No lint rule has this name, so a setting or allowance for it does nothing.
  SPAI3502 unused-suppression: A comment allows a finding that is not there: it hides nothing today, and something tomorrow.
  SPAI3503 reasonless-suppression: An allowance needs a reason, for whoever reads it in a year.
  SPAI3504 expired-suppression: The finding was allowed for a time, and the time is over.
  SPAI3505 unused-document: A template, tier or environment that nobody uses is read by everybody who looks for one.
  SPAI3506 crowded-minute: Many jobs start at once because many copied a schedule; nodes and databases see them all at once.
  SPAI3507 unmended: The file has a mistake that only its author can mend, so the rest of it was not touched either.
  """
