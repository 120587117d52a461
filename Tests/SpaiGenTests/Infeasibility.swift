import Testing

/// One kind of arithmetic: a tenant with a number that cannot be, and the nearest one that can.
struct Infeasibility: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The end of the tenant's spec; `@` stands for the number.
  let spec: String
  let breaking: String
  let fitting: String
  let code: String
  /// What the first finding says: the sum, term by term, or the two numbers that do not go together.
  let says: String
  /// The line of the spec at which it says so.
  let line: Int

  init(
    _ name: String,
    _ spec: String,
    breaks breaking: String,
    fits fitting: String,
    _ code: String,
    _ says: String,
    line: Int
  ) {
    testDescription = name
    self.spec = spec
    self.breaking = breaking
    self.fitting = fitting
    self.code = code
    self.says = says
    self.line = line
  }

  /// A quota of the tenant's one environment, and its one service.
  static func quota(
    _ key: String,
    _ says: String,
    breaks: String,
    fits: String,
    _ service: String = "api: {}"
  )
    -> Infeasibility
  {
    Infeasibility(
      "quota of \(key)",
      "environments:\n  production: {quota: {\(key): @}}\nservices:\n  \(service)\n",
      breaks: breaks,
      fits: fits,
      "SPAI1401",
      says,
      line: 4
    )
  }

  private static let plain = "environments:\n  production: {}\n"

  static func service(
    _ name: String,
    _ service: String,
    breaks: String,
    fits: String,
    _ code: String,
    _ says: String
  ) -> Infeasibility {
    Infeasibility(
      name,
      plain + "services:\n  api: {\(service)}\n",
      breaks: breaks,
      fits: fits,
      code,
      says,
      line: 13
    )
  }

  static func job(_ name: String, _ job: String, breaks: String, fits: String, _ code: String, _ says: String)
    -> Infeasibility
  {
    Infeasibility(
      name,
      plain + "services:\n  api: {}\njobs:\n  report: {\(job)}\n",
      breaks: breaks,
      fits: fits,
      code,
      says,
      line: 15
    )
  }

  static let all: [Infeasibility] = [
    // Quotas: five pods of half a core and half a gibibyte (four, and one of the rollout), and more.
    .quota("cpu", "api 5 x 500m = 2500m", breaks: "2499m", fits: "2500m"),
    .quota("memory", "api 5 x 512Mi = 2560Mi", breaks: "2559Mi", fits: "2560Mi"),
    .quota("ephemeralStorage", "api 5 x 1Gi = 5Gi", breaks: "4Gi", fits: "5Gi"),
    .quota("pods", "api 5 x 1 = 5", breaks: "4", fits: "5"),
    .quota(
      "gpus",
      "api 5 x 2 = 10",
      breaks: "9",
      fits: "10",
      "api: {gpu: {class: l4, count: 2}, resources: {memory: 2Gi}}"
    ),
    .quota(
      "storage",
      "api.data 4 x 10Gi = 40Gi",
      breaks: "39Gi",
      fits: "40Gi",
      "api: {stateful: true, volumes: {data: {mount: /d, claim: {size: 10Gi}}}}"
    ),
    .quota(
      "claims",
      "api.data 4 x 1 = 4",
      breaks: "3",
      fits: "4",
      "api: {stateful: true, volumes: {data: {mount: /d, claim: {size: 10Gi}}}}"
    ),
    .quota(
      "objects",
      "api 1 x 1 + b 1 x 1 + kube-root-ca.crt 1 x 1 = 3",
      breaks: "2",
      fits: "3",
      "api: {config: {mount: /c, files: {a: b}}}\n  b: {template: api, config: {mount: /c, files: {a: b}}}"
    ),
    .quota(
      "objects",
      "api 3 x 1 = 3",
      breaks: "2",
      fits: "3",
      "api: {secrets: {a: {env: {A: a}}, b: {env: {B: b}}, c: {env: {C: c}}}}"
    ),
    .quota("objects", "api 2 x 1 = 2", breaks: "1", fits: "2", "api: {stateful: true}"),
    Infeasibility(
      "kept runs of a CronJob",
      "environments:\n  production: {quota: {objects: @}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: scheduled, schedule: {cron: '@daily', keepSucceeded: 2, keepFailed: 1}}\n",
      breaks: "3",
      fits: "4",
      "SPAI1401",
      "report 4 x 1 = 4",
      line: 4
    ),
    // Jobs beside services.
    Infeasibility(
      "parallel pods of a job",
      "environments:\n  production: {quota: {pods: 8}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {completions: 9, parallelism: @}\n",
      breaks: "4",
      fits: "3",
      "SPAI1401",
      "api 5 x 1 + report 4 x 1 = 9",
      line: 4
    ),
    Infeasibility(
      "workers of a distributed job",
      "environments:\n  production: {quota: {gpus: 8}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {gpu: {class: l4, count: 2}, resources: {memory: 2Gi}, distributed: {workers: @}}\n",
      breaks: "5",
      fits: "4",
      "SPAI1401",
      "report 5 x 2 = 10",
      line: 4
    ),
    Infeasibility(
      "runs on events",
      "environments:\n  production: {quota: {pods: 8}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: event, scale: {maximum: @}, source: {prometheus: {server: 'http://p', query: q, threshold: 1}}}\n",
      breaks: "4",
      fits: "3",
      "SPAI1401",
      "api 5 x 1 + report 4 x 1 = 9",
      line: 4
    ),
    Infeasibility(
      "consumers of a stream",
      "environments:\n  production: {quota: {pods: 8}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: stream, scale: {maximum: @}, source: {prometheus: {server: 'http://p', query: q, threshold: 1}}}\n",
      breaks: "4",
      fits: "3",
      "SPAI1401",
      "api 5 x 1 + report 4 x 1 = 9",
      line: 4
    ),
    Infeasibility(
      "runs that may pile up",
      "environments:\n  production: {quota: {pods: 6}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: scheduled, schedule: {cron: '@daily', concurrency: @}}\n",
      breaks: "Allow",
      fits: "Forbid",
      "SPAI1401",
      "api 5 x 1 + report 2 x 1 = 7",
      line: 4
    ),
    // Heavy jobs at one time, or one after the other.
    Infeasibility(
      "run windows that meet",
      "environments:\n  production: {quota: {pods: 6}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: scheduled, schedule: {cron: '0 1 * * *'}}\n"
        + "  other: {template: report, run: scheduled, schedule: {cron: '@'}}\n",
      breaks: "0 2 * * *",
      fits: "0 3 * * *",
      "SPAI1401",
      "api 5 x 1 + other 1 x 1 + report 1 x 1 = 7",
      line: 4
    ),
    Infeasibility(
      "run windows of two time zones",
      "environments:\n  production: {quota: {pods: 6}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: scheduled, schedule: {cron: '0 1 * * *'}}\n"
        + "  other: {template: report, run: scheduled, schedule: {cron: '0 5 * * *', timeZone: @}}\n",
      breaks: "Asia/Tokyo",
      fits: "Etc/UTC",
      "SPAI1401",
      "api 5 x 1 + other 1 x 1 + report 1 x 1 = 7",
      line: 4
    ),
    Infeasibility(
      "a run that may start late",
      "environments:\n  production: {quota: {pods: 6}}\nservices:\n  api: {}\njobs:\n"
        + "  report: {run: scheduled, schedule: {cron: '0 1 * * *', startingDeadline: @}}\n"
        + "  other: {template: report, run: scheduled, schedule: {cron: '0 4 * * *'}}\n",
      breaks: "3h",
      fits: "2h",
      "SPAI1401",
      "api 5 x 1 + other 1 x 1 + report 1 x 1 = 7",
      line: 4
    ),
    // The surge of a rollout.
    Infeasibility(
      "the surge of a rollout",
      "environments:\n  production: {quota: {pods: 5}}\nservices:\n  api: {rollout: {maxSurge: @}}\n",
      breaks: "50%",
      fits: "1",
      "SPAI1401",
      "api 6 x 1 = 6",
      line: 4
    ),
    // Limits of the tier.
    .service("replicas", "replicas: {maximum: @}", breaks: "11", fits: "10", "SPAI1203", "asks for 11"),
    .service("cpu of a replica", "resources: {cpu: @}", breaks: "9", fits: "8", "SPAI1203", "asks for 9"),
    .service(
      "memory of a replica",
      "resources: {memory: @}",
      breaks: "17Gi",
      fits: "16Gi",
      "SPAI1203",
      "asks for 17Gi"
    ),
    .service(
      "GPUs of a replica",
      "gpu: {class: l4, count: @}, replicas: {minimum: 1, maximum: 2}, resources: {memory: 2Gi}",
      breaks: "5",
      fits: "4",
      "SPAI1203",
      "asks for 5"
    ),
    .service(
      "minimum and maximum",
      "replicas: {minimum: @, maximum: 3}",
      breaks: "4",
      fits: "3",
      "SPAI1307",
      "the minimum is 4"
    ),
    // One pod.
    .service(
      "volumes in memory",
      "volumes: {cache: {mount: /c, memory: true, size: @}}",
      breaks: "512Mi",
      fits: "511Mi",
      "SPAI1404",
      "cache 512Mi = 512Mi"
    ),
    .service(
      "heap and volumes in memory",
      "runtime: {jvm: {heapPercent: @}}, volumes: {cache: {mount: /c, memory: true, size: 128Mi}}",
      breaks: "75",
      fits: "74",
      "SPAI1404",
      "cache 128Mi + the Java heap 384Mi = 512Mi"
    ),
    .service(
      "shared memory of a GPU",
      "gpu: {class: l4}, resources: {memory: @}",
      breaks: "1Gi",
      fits: "1025Mi",
      "SPAI1404",
      "/dev/shm 1Gi = 1Gi"
    ),
    .service(
      "scratch volumes",
      "volumes: {work: {mount: /w, size: @}}",
      breaks: "1Gi",
      fits: "960Mi",
      "SPAI1405",
      "tmp 64Mi + work 1Gi = 1088Mi"
    ),
    // Volumes and pods.
    .service(
      "a claim of one node and several pods",
      "rollout: {strategy: recreate}, volumes: {d: {mount: /d, claim: {size: 1Gi, access: ReadWriteOnce}}}, "
        + "replicas: {minimum: 1, maximum: @}",
      breaks: "2",
      fits: "1",
      "SPAI1403",
      "2 pods of service 'api' share claim 'd'"
    ),
    .service(
      "a claim that the old pod holds",
      "rollout: {strategy: @}, volumes: {d: {mount: /d, claim: {size: 1Gi, access: ReadWriteOnce}}}, "
        + "replicas: {minimum: 1, maximum: 1}",
      breaks: "rolling",
      fits: "recreate",
      "SPAI1403",
      "the old pod holds claim 'd'"
    ),
    .job(
      "a claim of one node and parallel pods",
      "completions: 4, parallelism: @, volumes: {d: {mount: /d, claim: {size: 1Gi, access: ReadWriteOnce}}}",
      breaks: "2",
      fits: "1",
      "SPAI1403",
      "2 pods of job 'report' share claim 'd'"
    ),
    // Time.
    .service(
      "the start of a pod and its rollout",
      "rollout: {deadline: @}",
      breaks: "310s",
      fits: "311s",
      "SPAI1407",
      "may take 5m10s to start"
    ),
    .service(
      "a probe and its period",
      "probes: {readiness: {timeout: @}}",
      breaks: "6s",
      fits: "5s",
      "SPAI1409",
      "waits 6s for an answer, but asks every 5s"
    ),
    .job(
      "a run and the next one",
      "run: scheduled, schedule: {cron: '@', concurrency: Allow}",
      breaks: "*/15 * * * *",
      fits: "*/30 * * * *",
      "SPAI1406",
      "may take 30m, but one starts every 15m: the runs pile up"
    ),
    .job(
      "work and pods of a job",
      "completions: 2, parallelism: @",
      breaks: "3",
      fits: "2",
      "SPAI1311",
      "runs 3 pods at once for 2 completions"
    ),
    .job(
      "the least and the most of a run time",
      "expectedRunTime: {minimum: @}",
      breaks: "31m",
      fits: "30m",
      "SPAI1309",
      "takes at least 31m, but at most 30m"
    ),
  ]
}
