package import Kubernetes

/// What a tenant may lose, for how long it may be gone, and how that is kept.
package struct Recovery: SpecObject {
  package let rpo: Spanned<TimeSpan>?
  package let rto: Spanned<TimeSpan>
  package let retention: Spanned<TimeSpan>?
  package let schedule: Spanned<String>?
  package let job: Spanned<String>?
  package let rehearsal: Spanned<String>?

  package static let shape = Shape(
    "recovery",
    "What a tenant may lose, for how long it may be gone, and how that is kept.",
    .optional("rpo", "The most that may be lost, as a time; there are no backups where it is absent."),
    .defaulted(
      "rto",
      "How long a restore may take; a rehearsal that takes longer has failed.",
      to: "1d",
      Spanned(TimeSpan(seconds: 86400))
    ),
    .optional("retention", "How long backups are kept; the tenant's data classes say how long at least."),
    .optional(
      "schedule",
      "When Velero makes backups, in UTC; as often as the RPO needs it when absent.",
      .cron
    ),
    .optional(
      "job",
      "A scheduled job of the tenant that backs up what Velero does not see; keeps the RPO too.",
      .name
    ),
    .optional("rehearsal", "When the latest backup is restored for trial, in UTC; never when absent.", .cron),
    make: Recovery.init
  )
}

/// How the platform makes backups of its tenants.
package struct Backups: SpecObject {
  package let namespace: Spanned<String>
  package let location: Spanned<String>
  package let duration: Spanned<TimeSpan>
  package let retention: Spanned<TimeSpan>
  package let rehearsalImage: Image?

  package static let standard = Backups(
    namespace: Spanned("velero"),
    location: Spanned("default"),
    duration: Spanned(TimeSpan(seconds: 3600)),
    retention: Spanned(TimeSpan(seconds: 30 * 86400)),
    rehearsalImage: nil
  )

  package static let shape = Shape(
    "backups",
    "How the platform makes backups of its tenants.",
    .defaulted("namespace", "The namespace of Velero.", .name, to: "velero", standard.namespace),
    .defaulted(
      "location",
      "The BackupStorageLocation; it should be in another region.",
      .domain,
      to: "default",
      standard.location
    ),
    .defaulted(
      "duration",
      "How long one backup may take; what is not finished by then has failed.",
      to: "1h",
      standard.duration
    ),
    .defaulted("retention", "How long backups are kept where nobody says so.", to: "30d", standard.retention),
    .optional("rehearsalImage", "An image with 'sh' and 'kubectl', which rehearses restores."),
    make: Backups.init
  )
}
