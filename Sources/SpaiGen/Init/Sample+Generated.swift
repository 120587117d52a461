// swift-format-ignore-file
// Written by Scripts/sample; do not edit.

extension Starter {
  /// Every file: a line with its path behind five equals signs, then its content.
  static let text: StaticString = ###"""
===== templates/environments/development.yaml
# Environment 'development': small, and quick to give up.
apiVersion: spai/v1
kind: Environment
metadata:
  name: development
short: dev
defaults:
  services:
    env:
      LOG_LEVEL: debug
    replicas:
      minimum: 1 # spai:allow hpa-min-replicas -- nobody is woken by development
      maximum: 2
    rollout:
      minReady: 0s
      history: 2
  jobs:
    retries: 1
    keepFinished: 4h
===== templates/environments/production.yaml
# Environment 'production': replicas come from the templates; losing a zone must not take a service with it.
apiVersion: spai/v1
kind: Environment
metadata:
  name: production
short: prod
images: [digest, sbom, scan] # what every image must have here
defaults:
  services:
    placement:
      zones: required
    rollout:
      minReady: 30s
      history: 10
  jobs:
    keepFinished: 7d
===== templates/environments/staging.yaml
# Environment 'staging': like production, at a smaller number.
apiVersion: spai/v1
kind: Environment
metadata:
  name: staging
short: staging
defaults:
  services:
    replicas:
      minimum: 2
      maximum: 4
===== templates/frameworks/cis-kubernetes.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: cis-k8s-2.0.1-s5
title: "CIS Kubernetes Benchmark, section 5"
version: "2.0.1"
publisher: Center for Internet Security
source: https://www.cisecurity.org/benchmark/kubernetes
note: "The ids are those of 1.12.0 too. The benchmark calls all of them manual; full means full for the assessed files. Sections 1 to 4 are about the control plane and the nodes."
aliases: [cis, cis-kubernetes]
universe:
  total: 34
  unit: recommendations of section 5
  countedFrom: "CIS Kubernetes Benchmark 2.0.1, section 5"
controls:
  - id: "5.1.1"
    title: cluster-admin only where required
    coverage: partial
    property: bindings to cluster-admin
    necessary: [rbac-no-cluster-admin]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "5.1.2"
    title: Access to secrets
    coverage: full
    property: RBAC verbs on secrets
    necessary: [rbac-secrets]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.3"
    title: No wildcards
    coverage: full
    property: "* in rules"
    necessary: [rbac-no-wildcards]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.4"
    title: Pod creation
    coverage: full
    property: create pods/controllers
    necessary: [rbac-pod-create]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.5"
    title: Default SA unused
    coverage: full
    property: "serviceAccountName, automount on default SA"
    necessary: [pod-dedicated-sa, pod-automount-token]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.6"
    title: SA tokens only where necessary
    coverage: full
    property: automount flags
    necessary: [pod-automount-token]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.7"
    title: "system:masters"
    coverage: partial
    property: subject check (certificates not visible)
    necessary: [rbac-system-masters]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "5.1.8"
    title: bind / impersonate / escalate
    coverage: full
    property: verbs
    necessary: [rbac-escalation]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.9"
    title: Create PersistentVolumes
    coverage: full
    property: verbs
    necessary: [rbac-cluster-verbs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.10"
    title: nodes/proxy
    coverage: full
    property: verbs
    necessary: [rbac-cluster-verbs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.11"
    title: CSR approval
    coverage: full
    property: verbs
    necessary: [rbac-cluster-verbs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.12"
    title: Webhook configuration
    coverage: full
    property: verbs
    necessary: [rbac-cluster-verbs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.1.13"
    title: SA token creation
    coverage: full
    property: verbs
    necessary: [rbac-cluster-verbs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.1"
    title: Active policy control mechanism
    coverage: partial
    property: PSA enforce label or admission policy
    necessary: [ns-pss-enforce]
    supporting: [adm-policy-present]
    notAssessed: [exemptions of admission, whether the policies are active in the cluster]
    assessorNeeds: [configuration of admission]
    confidence: A

  - id: "5.2.2"
    title: Admission of privileged
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-privileged, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.3"
    title: Admission of hostPID
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-host-namespaces, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.4"
    title: Admission of hostIPC
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-host-namespaces, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.5"
    title: Admission of hostNetwork
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-host-namespaces, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.6"
    title: Admission of allowPrivilegeEscalation
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-no-privilege-escalation, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.7"
    title: Admission of root containers
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-run-as-non-root, pod-run-as-user, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.8"
    title: "Admission of NET_RAW"
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-capabilities, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.9"
    title: "Admission of capabilities assigned (1.11: 5.2.10; 5.2.9 added-caps dropped)"
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-capabilities, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.10"
    title: "Admission of Windows HostProcess (1.11: 5.2.11)"
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-host-process, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.11"
    title: "Admission of hostPath (1.11: 5.2.12)"
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-hostpath, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.2.12"
    title: "Admission of hostPorts (1.11: 5.2.13)"
    coverage: full
    property: "workload property AND namespace enforce label (text says \"admission\")"
    necessary: [pod-host-ports, ns-pss-enforce]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.3.1"
    title: CNI supports NetworkPolicy
    coverage: none

  - id: "5.3.2"
    title: All namespaces have NetworkPolicies
    coverage: full
    property: "policy per namespace, stronger: default deny"
    necessary: [net-default-deny-ingress, net-default-deny-egress, net-workload-covered]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.4.1"
    title: Secrets as files
    coverage: full
    property: secretKeyRef/envFrom
    necessary: [secret-as-file]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.4.2"
    title: External secret storage
    coverage: partial
    property: ExternalSecret/CSI
    necessary: [secret-external-store]
    notAssessed: [protection of secrets in the store and in etcd]
    assessorNeeds: [configuration of the secret store]
    confidence: B

  - id: "5.5.1"
    title: Image provenance admission
    coverage: partial
    property: signature policy in bundle
    necessary: [image-signature-policy]
    notAssessed: [whether signatures were verified]
    assessorNeeds: [log of admission]
    confidence: A

  - id: "5.6.1"
    title: "Namespaces as boundaries (1.10 and older: 5.7.1)"
    coverage: partial
    property: tenant/env namespaces
    necessary: [ns-tenant-label, ns-not-default]
    notAssessed: [use of namespaces not generated here]
    assessorNeeds: [list of namespaces]
    confidence: A

  - id: "5.6.2"
    title: Seccomp (was 5.7.2)
    coverage: full
    property: RuntimeDefault/Localhost
    necessary: [pod-seccomp]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.6.3"
    title: Security context (was 5.7.3)
    coverage: full
    property: "PSS set + read-only rootfs"
    necessary: [pod-run-as-non-root, pod-capabilities, pod-no-privilege-escalation, pod-readonly-rootfs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "5.6.4"
    title: Default namespace unused (was 5.7.4)
    coverage: full
    property: namespace
    necessary: [ns-not-default]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A
===== templates/frameworks/gdpr.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: gdpr
title: GDPR
version: "2016/679"
publisher: European Union
source: https://eur-lex.europa.eu/eli/reg/2016/679/oj
note: "Articles by number. No vendor publishes checks of manifests for the regulation, so that no row is better than confidence B."
aliases: [gdpr]
universe:
  total: 18
  unit: selected provisions
  countedFrom: "the selection of this file, which claims no completeness beyond it"
scope:
  dataClasses: [personal, health]
controls:
  - id: "5(1)(c)"
    title: Data minimisation
    coverage: none

  - id: "5(1)(e)"
    title: Storage limitation
    coverage: artefact
    property: declared retention vs PVC/backup/log retention values
    supporting: [meta-processing, storage-reclaim, log-retention]
    notAssessed:
      - whether the declared processing is true and lawful
      - whether data is erased
      - whether logs are kept and intact
    assessorNeeds: [record of processing, records of deletion, settings of the log store]
    confidence: C

  - id: "5(1)(f)"
    title: Integrity and confidentiality
    coverage: partial
    property: see Art. 32 rules
    necessary: [secret-no-inline, storage-encrypted, ingress-tls, net-default-deny-ingress]
    notAssessed:
      - protection of secrets in the store and in etcd
      - "whether the storage class encrypts, and its keys"
      - "certificates, ciphers and versions at run time"
      - whether the network plugin enforces policies
    assessorNeeds:
      - configuration of the secret store
      - configuration of storage and key management
      - scan of the TLS endpoints
      - configuration of the network plugin
    confidence: C

  - id: "5(2)"
    title: Accountability
    coverage: artefact
    property: "evidence pack exists, signed"
    supporting: [meta-provenance, meta-owner]
    notAssessed: ["who may sign, and how builds are protected", whether the owner knows]
    assessorNeeds: [records of builds, list of services and owners]
    confidence: C

  - id: "24"
    title: Controller responsibility (measures)
    coverage: artefact
    property: hardening baseline evidence
    supporting: [ns-pss-enforce]
    notAssessed: [exemptions of admission]
    assessorNeeds: [configuration of admission]
    confidence: B

  - id: "25(1)"
    title: Data protection by design
    coverage: partial
    property: data-class label drives mandatory controls
    necessary: [meta-data-class, net-default-deny-ingress, storage-encrypted, rbac-no-wildcards]
    notAssessed:
      - whether the declared class is true
      - whether the network plugin enforces policies
      - "whether the storage class encrypts, and its keys"
      - bindings made outside these manifests
    assessorNeeds:
      - inventory of data
      - configuration of the network plugin
      - configuration of storage and key management
      - export of all roles and bindings of the cluster
    confidence: B

  - id: "25(2)"
    title: "By default: not accessible to indefinite number of persons"
    coverage: partial
    property: "no public exposure unless declared; default deny"
    necessary: [svc-exposure, net-default-deny-ingress, rbac-no-anonymous]
    notAssessed:
      - load balancers and firewalls outside the cluster
      - whether the network plugin enforces policies
      - bindings made outside these manifests
    assessorNeeds:
      - inventory of public addresses
      - configuration of the network plugin
      - export of all roles and bindings of the cluster
    confidence: B

  - id: "28"
    title: Processor obligations
    coverage: artefact
    property: registry/third-party recipients listed only
    supporting: [image-registry-allowed, meta-processing]
    notAssessed: [content of the images, whether the declared processing is true and lawful]
    assessorNeeds: [records of the registry and of builds, record of processing]
    confidence: B

  - id: "30"
    title: Records of processing
    coverage: artefact
    property: "export of purpose, categories, recipients, retention from labels"
    supporting: [meta-processing, meta-data-class, meta-owner]
    notAssessed:
      - whether the declared processing is true and lawful
      - whether the declared class is true
      - whether the owner knows
    assessorNeeds: [record of processing, inventory of data, list of services and owners]
    confidence: B

  - id: "32(1)(a)"
    title: Pseudonymisation and encryption
    coverage: partial
    property: "encryption at rest/in transit; pseudonymisation not observable"
    necessary: [storage-encrypted, ingress-tls, mesh-mtls-strict, secret-external-store]
    notAssessed:
      - "whether the storage class encrypts, and its keys"
      - "certificates, ciphers and versions at run time"
      - whether every pod is in the mesh
      - protection of secrets in the store and in etcd
    assessorNeeds:
      - configuration of storage and key management
      - scan of the TLS endpoints
      - state of the mesh
      - configuration of the secret store
    confidence: B

  - id: "32(1)(b)"
    title: "Ongoing confidentiality, integrity, availability, resilience"
    coverage: partial
    property: "PSS, RBAC, NetworkPolicy, replicas/PDB/limits"
    necessary: [ns-pss-enforce, rbac-no-wildcards, net-default-deny-ingress, avail-replicas-pdb, res-limits]
    notAssessed:
      - exemptions of admission
      - bindings made outside these manifests
      - whether the network plugin enforces policies
      - behaviour in a real failure
      - real load
    assessorNeeds:
      - configuration of admission
      - export of all roles and bindings of the cluster
      - configuration of the network plugin
      - report of a failover test
      - measurements of load
    confidence: B

  - id: "32(1)(c)"
    title: Restore availability
    coverage: artefact
    property: "backup schedule + probes"
    supporting: [avail-backup, avail-probes]
    notAssessed: [whether a backup can be restored, behaviour in a real failure]
    assessorNeeds: [report of a restore test, report of a failover test]
    confidence: B

  - id: "32(1)(d)"
    title: Regular testing of measures
    coverage: artefact
    property: the signed report is itself an artefact of a test
    supporting: [meta-provenance]
    notAssessed: ["who may sign, and how builds are protected"]
    assessorNeeds: [records of builds]
    confidence: C

  - id: "33"
    title: "72-hour breach notification"
    coverage: artefact
    property: "alert route + owner contact only"
    supporting: [mon-alerts, meta-owner]
    notAssessed: [whether alerts are answered, whether the owner knows]
    assessorNeeds: [records of incidents, list of services and owners]
    confidence: B

  - id: "34"
    title: Communication to data subjects
    coverage: none

  - id: "35"
    title: DPIA
    coverage: artefact
    property: DPIA reference annotation only
    supporting: [meta-processing]
    notAssessed: [whether the declared processing is true and lawful]
    assessorNeeds: [record of processing]
    confidence: C

  - id: "44-49"
    title: International transfers
    coverage: partial
    property: "region affinity, egress destinations, registry region"
    necessary: [sched-residency, net-default-deny-egress, image-registry-allowed]
    notAssessed:
      - "replicas, backups and support access in other regions"
      - whether the network plugin enforces policies
      - content of the images
    assessorNeeds:
      - list of processors and locations
      - configuration of the network plugin
      - records of the registry and of builds
    confidence: C

  - id: "6,7,12-23"
    title: "Lawfulness, consent, data-subject rights"
    coverage: none
===== templates/frameworks/hipaa.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: hipaa-security-rule
title: HIPAA Security Rule
version: "45 CFR 164 Subpart C"
publisher: U.S. Department of Health and Human Services
source: https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C
note: "R is required, A addressable. The rule in force; the proposal of January 2025 is not. Standards beside the appendix are not counted."
aliases: [hipaa]
universe:
  total: 42
  unit: implementation specifications
  countedFrom: Appendix A to Subpart C of Part 164
scope:
  dataClasses: [health]
controls:
  - id: "164.308(a)(1)(ii)(A)"
    title: Risk analysis (R)
    coverage: none

  - id: "164.308(a)(1)(ii)(B)"
    title: Risk management (R)
    coverage: artefact
    property: hardening baseline as one implemented measure
    supporting:
      - pod-host-namespaces
      - pod-host-ports
      - pod-host-process
      - pod-privileged
      - pod-capabilities
      - pod-no-privilege-escalation
      - pod-run-as-non-root
      - pod-run-as-user
      - pod-seccomp
      - pod-apparmor
      - pod-selinux
      - pod-proc-mount
      - pod-sysctls
      - pod-volume-types
      - pod-hostpath
      - pod-host-probes
      - ns-pss-enforce
    notAssessed: [what else runs in the cluster, exemptions of admission]
    assessorNeeds: [list of running workloads, configuration of admission]
    confidence: B

  - id: "164.308(a)(1)(ii)(C)"
    title: Sanctions (R)
    coverage: none

  - id: "164.308(a)(1)(ii)(D)"
    title: Information-system activity review (R)
    coverage: artefact
    property: log collection selector only
    supporting: [log-collection]
    notAssessed: [whether logs arrive and are read]
    assessorNeeds: [samples of logs and reviews]
    confidence: B

  - id: "164.308(a)(2)"
    title: Assigned responsibility (R)
    coverage: none

  - id: "164.308(a)(3)(ii)(A)"
    title: Authorisation/supervision (A)
    coverage: artefact
    property: RBAC subject inventory
    supporting: [rbac-subjects]
    notAssessed: [who is behind a group]
    assessorNeeds: ["membership of groups, reviews of access"]
    confidence: B

  - id: "164.308(a)(3)(ii)(B)"
    title: Clearance of the workforce (A)
    coverage: none

  - id: "164.308(a)(3)(ii)(C)"
    title: Termination of access (A)
    coverage: none

  - id: "164.308(a)(4)(ii)(A)"
    title: Isolated clearing houses (R)
    coverage: none

  - id: "164.308(a)(4)(ii)(B)"
    title: Access authorisation (A)
    coverage: partial
    property: "least-privilege RBAC, segmentation"
    necessary: [rbac-no-cluster-admin, rbac-no-wildcards, rbac-namespace-scoped, net-default-deny-ingress]
    notAssessed: [bindings made outside these manifests, whether the network plugin enforces policies]
    assessorNeeds: [export of all roles and bindings of the cluster, configuration of the network plugin]
    confidence: A

  - id: "164.308(a)(4)(ii)(C)"
    title: Access establishment and modification (A)
    coverage: artefact
    property: change reference on RBAC objects
    supporting: [meta-change-ref, rbac-subjects]
    notAssessed: [whether the change was approved and tested, who is behind a group]
    assessorNeeds: [tickets of changes, "membership of groups, reviews of access"]
    confidence: B

  - id: "164.308(a)(5)(ii)(A)"
    title: Security reminders (A)
    coverage: none

  - id: "164.308(a)(5)(ii)(B)"
    title: Protection from malicious software (A)
    coverage: partial
    property: "runtime agent; immutable rootfs; pinned images"
    necessary: [pod-readonly-rootfs, image-digest-pinned]
    supporting: [det-runtime-agent, image-signature-policy]
    notAssessed:
      - whether the agent detects and is up to date
      - what else runs in the cluster
      - content of the images
      - whether signatures were verified
    assessorNeeds:
      - console of the agent
      - list of running workloads
      - records of the registry and of builds
      - log of admission
    confidence: A

  - id: "164.308(a)(5)(ii)(C)"
    title: Watching log-ins (A)
    coverage: none

  - id: "164.308(a)(5)(ii)(D)"
    title: Managing passwords (A)
    coverage: none

  - id: "164.308(a)(6)(ii)"
    title: Response to incidents (R)
    coverage: none

  - id: "164.308(a)(7)(ii)(A)"
    title: Data backup plan (R)
    coverage: artefact
    property: backup schedule covers ePHI PVCs
    supporting: [avail-backup]
    notAssessed: [whether a backup can be restored]
    assessorNeeds: [report of a restore test]
    confidence: B

  - id: "164.308(a)(7)(ii)(B)"
    title: Disaster recovery plan (R)
    coverage: none

  - id: "164.308(a)(7)(ii)(C)"
    title: Emergency operation (R)
    coverage: none

  - id: "164.308(a)(7)(ii)(D)"
    title: Tests of contingency plans (A)
    coverage: none

  - id: "164.308(a)(7)(ii)(E)"
    title: Criticality analysis (A)
    coverage: artefact
    property: service tier / data class labels
    supporting: [meta-owner, meta-data-class]
    notAssessed: [whether the owner knows, whether the declared class is true]
    assessorNeeds: [list of services and owners, inventory of data]
    confidence: B

  - id: "164.308(a)(8)"
    title: Evaluation (R)
    coverage: none

  - id: "164.308(b)(1)"
    title: Business-associate contracts (R)
    coverage: none

  - id: "164.310(a)(2)(i)"
    title: Contingency operations (A)
    coverage: none

  - id: "164.310(a)(2)(ii)"
    title: Facility plan (A)
    coverage: none

  - id: "164.310(a)(2)(iii)"
    title: Access to facilities (A)
    coverage: none

  - id: "164.310(a)(2)(iv)"
    title: Maintenance records (A)
    coverage: none

  - id: "164.310(b)"
    title: Use of workstations (R)
    coverage: none

  - id: "164.310(c)"
    title: Security of workstations (R)
    coverage: none

  - id: "164.310(d)(2)(i)"
    title: Disposal (R)
    coverage: none

  - id: "164.310(d)(2)(ii)"
    title: Re-use of media (R)
    coverage: none

  - id: "164.310(d)(2)(iii)"
    title: Accountability for media (A)
    coverage: none

  - id: "164.310(d)(2)(iv)"
    title: Copies before moving equipment (A)
    coverage: none

  - id: "164.312(a)(1)"
    title: Access control standard
    coverage: partial
    covers: []
    property: "RBAC least privilege, no anonymous, SA tokens, isolation"
    necessary:
      [rbac-no-wildcards, rbac-no-cluster-admin, rbac-no-anonymous, rbac-secrets, pod-automount-token,
      net-tenant-isolation]
    notAssessed:
      - bindings made outside these manifests
      - rights of the mounted tokens in the cluster
      - separation on shared nodes and in shared services
    assessorNeeds: [export of all roles and bindings of the cluster, test of the separation of tenants]
    confidence: A

  - id: "164.312(a)(2)(i)"
    title: Unique user identification (R)
    coverage: partial
    property: no shared/generic subjects
    necessary: [rbac-subjects, rbac-system-masters]
    notAssessed: [who is behind a group, bindings made outside these manifests]
    assessorNeeds:
      - "membership of groups, reviews of access"
      - export of all roles and bindings of the cluster
    confidence: A

  - id: "164.312(a)(2)(ii)"
    title: Emergency access procedure (R)
    coverage: none

  - id: "164.312(a)(2)(iii)"
    title: Automatic logoff (A)
    coverage: none

  - id: "164.312(a)(2)(iv)"
    title: Encryption and decryption at rest (A)
    coverage: partial
    property: "encrypting StorageClass; external secret store"
    necessary: [storage-encrypted, secret-external-store, secret-no-inline]
    notAssessed:
      - "whether the storage class encrypts, and its keys"
      - protection of secrets in the store and in etcd
    assessorNeeds: [configuration of storage and key management, configuration of the secret store]
    confidence: A

  - id: "164.312(b)"
    title: Audit controls (R)
    coverage: artefact
    property: "log collection + audit policy (platform)"
    supporting: [log-collection, log-audit-policy]
    notAssessed: [whether logs arrive and are read, whether the API server uses the policy]
    assessorNeeds: [samples of logs and reviews, flags of the API server]
    confidence: A

  - id: "164.312(c)(1)"
    title: Integrity
    coverage: partial
    covers: []
    property: "read-only rootfs, digest pinning, segmentation"
    necessary: [pod-readonly-rootfs, image-digest-pinned, gen-reproducible, net-workload-covered]
    notAssessed:
      - what else runs in the cluster
      - content of the images
      - changes made beside the engine
      - whether the network plugin enforces policies
    assessorNeeds:
      - list of running workloads
      - records of the registry and of builds
      - settings of the delivery engine
      - configuration of the network plugin
    confidence: B

  - id: "164.312(c)(2)"
    title: Mechanism to authenticate ePHI (A)
    coverage: none

  - id: "164.312(d)"
    title: Person or entity authentication (R)
    coverage: partial
    property: "service identity only (mTLS, dedicated SA)"
    necessary: [mesh-mtls-strict, pod-dedicated-sa, rbac-no-anonymous]
    notAssessed: [whether every pod is in the mesh, accounts of people, bindings made outside these manifests]
    assessorNeeds: [state of the mesh, list of accounts, export of all roles and bindings of the cluster]
    confidence: B

  - id: "164.312(e)(1)"
    title: Transmission security
    coverage: partial
    covers: []
    property: "segmentation + encryption on paths"
    necessary: [net-default-deny-ingress, net-default-deny-egress, ingress-tls, mesh-mtls-strict]
    notAssessed:
      - whether the network plugin enforces policies
      - "certificates, ciphers and versions at run time"
      - whether every pod is in the mesh
    assessorNeeds: [configuration of the network plugin, scan of the TLS endpoints, state of the mesh]
    confidence: A

  - id: "164.312(e)(2)(i)"
    title: Integrity controls in transit (A)
    coverage: partial
    property: mTLS / TLS
    necessary: [mesh-mtls-strict, ingress-tls]
    notAssessed: [whether every pod is in the mesh, "certificates, ciphers and versions at run time"]
    assessorNeeds: [state of the mesh, scan of the TLS endpoints]
    confidence: A

  - id: "164.312(e)(2)(ii)"
    title: Encryption in transit (A)
    coverage: partial
    property: "TLS everywhere, min version"
    necessary: [ingress-tls, ingress-tls-version, mesh-mtls-strict, svc-insecure-port]
    notAssessed:
      - "certificates, ciphers and versions at run time"
      - whether every pod is in the mesh
      - protocols inside an allowed port
    assessorNeeds: [scan of the TLS endpoints, state of the mesh, list of services in use]
    confidence: A

  - id: "164.314"
    title: Organisational requirements (BA contracts)
    coverage: none
    covers: []

  - id: "164.316(b)(2)(i)"
    title: Six-year documentation retention (R)
    coverage: artefact
    covers: []
    property: evidence bundle retention metadata only
    supporting: [log-retention, meta-provenance]
    notAssessed: [whether logs are kept and intact, "who may sign, and how builds are protected"]
    assessorNeeds: [settings of the log store, records of builds]
    confidence: C
===== templates/frameworks/iso-27001.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: iso-27001-2022
title: ISO/IEC 27001 Annex A
version: "2022"
publisher: International Organization for Standardization
source: https://www.iso.org/standard/27001
note: "Ids and short titles are this project's own words; the text is the publisher's."
aliases: [iso27001, iso-27001]
universe:
  total: 93
  unit: controls of Annex A
  countedFrom: "ISO/IEC 27001:2022, Annex A: 37, 8, 14 and 34 controls"
scope:
  dataClasses: []
controls:
  - id: "A.5.3"
    title: Segregation of duties
    coverage: partial
    property: conflicting-pair analysis
    necessary: [rbac-sod]
    notAssessed: [duties outside the cluster]
    assessorNeeds: [matrix of duties]
    confidence: A

  - id: "A.5.9"
    title: Asset inventory
    coverage: artefact
    property: workload/owner export
    supporting: [meta-owner, meta-data-class]
    notAssessed: [whether the owner knows, whether the declared class is true]
    assessorNeeds: [list of services and owners, inventory of data]
    confidence: B

  - id: "A.5.12"
    title: Information classification
    coverage: artefact
    property: data-class label present
    supporting: [meta-data-class]
    notAssessed: [whether the declared class is true]
    assessorNeeds: [inventory of data]
    confidence: B

  - id: "A.5.13"
    title: Labelling
    coverage: artefact
    property: label vocabulary enforced
    supporting: [meta-data-class, ns-tenant-label]
    notAssessed: [whether the declared class is true, use of namespaces not generated here]
    assessorNeeds: [inventory of data, list of namespaces]
    confidence: B

  - id: "A.5.14"
    title: Information transfer
    coverage: partial
    property: TLS/mTLS on paths
    necessary: [ingress-tls, mesh-mtls-strict]
    notAssessed: ["certificates, ciphers and versions at run time", whether every pod is in the mesh]
    assessorNeeds: [scan of the TLS endpoints, state of the mesh]
    confidence: A

  - id: "A.5.15"
    title: Access control
    coverage: partial
    property: RBAC least privilege
    necessary: [rbac-no-wildcards, rbac-no-cluster-admin, rbac-namespace-scoped]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "A.5.16"
    title: Identity management
    coverage: partial
    property: "dedicated SA, federated subjects"
    necessary: [pod-dedicated-sa, rbac-subjects]
    notAssessed: [accounts of people, who is behind a group]
    assessorNeeds: [list of accounts, "membership of groups, reviews of access"]
    confidence: B

  - id: "A.5.17"
    title: Authentication information
    coverage: partial
    property: no inline credentials
    necessary: [secret-no-inline, secret-external-store]
    supporting: [secret-rotation]
    notAssessed: [protection of secrets in the store and in etcd, whether a secret was really changed]
    assessorNeeds: [configuration of the secret store, log of changes of the store]
    confidence: B

  - id: "A.5.18"
    title: Access rights
    coverage: artefact
    property: RBAC inventory
    supporting: [rbac-subjects]
    notAssessed: [who is behind a group]
    assessorNeeds: ["membership of groups, reviews of access"]
    confidence: A

  - id: "A.5.21"
    title: ICT supply chain
    coverage: partial
    property: "registry allow-list, digest, signature policy, SBOM ref"
    necessary: [image-registry-allowed, image-digest-pinned]
    supporting: [image-signature-policy, image-sbom-ref]
    notAssessed:
      - content of the images
      - whether signatures were verified
      - content and age of the bill of materials
    assessorNeeds: [records of the registry and of builds, log of admission, bills of materials]
    confidence: C

  - id: "A.5.23"
    title: Use of cloud services
    coverage: artefact
    property: residency declaration
    supporting: [sched-residency]
    notAssessed: ["replicas, backups and support access in other regions"]
    assessorNeeds: [list of processors and locations]
    confidence: C

  - id: "A.5.28"
    title: Collection of evidence
    coverage: artefact
    property: signed evidence bundle
    supporting: [meta-provenance]
    notAssessed: ["who may sign, and how builds are protected"]
    assessorNeeds: [records of builds]
    confidence: B

  - id: "A.5.30"
    title: ICT readiness for continuity
    coverage: partial
    property: "replicas, PDB, backup"
    necessary: [avail-replicas-pdb]
    supporting: [avail-backup, avail-spread]
    notAssessed: [behaviour in a real failure, whether a backup can be restored]
    assessorNeeds: [report of a failover test, report of a restore test]
    confidence: B

  - id: "A.5.34"
    title: Privacy and PII
    coverage: artefact
    property: PII labels and processing metadata
    supporting: [meta-processing, meta-data-class]
    notAssessed: [whether the declared processing is true and lawful, whether the declared class is true]
    assessorNeeds: [record of processing, inventory of data]
    confidence: B

  - id: "A.5.36"
    title: Compliance with policies/standards
    coverage: artefact
    property: this report
    supporting: [meta-provenance, adm-policy-present]
    notAssessed:
      - "who may sign, and how builds are protected"
      - whether the policies are active in the cluster
    assessorNeeds: [records of builds, configuration of admission]
    confidence: B

  - id: "A.8.2"
    title: Privileged access rights
    coverage: partial
    property: "privileged pods, cluster-admin, exec"
    necessary: [pod-privileged, rbac-no-cluster-admin, rbac-system-masters, rbac-pod-exec, rbac-escalation]
    notAssessed: [what else runs in the cluster, bindings made outside these manifests]
    assessorNeeds: [list of running workloads, export of all roles and bindings of the cluster]
    confidence: A

  - id: "A.8.3"
    title: Information access restriction
    coverage: partial
    property: "secrets access, token mount, tenant isolation"
    necessary: [rbac-secrets, pod-automount-token, net-tenant-isolation]
    notAssessed:
      - bindings made outside these manifests
      - rights of the mounted tokens in the cluster
      - separation on shared nodes and in shared services
    assessorNeeds: [export of all roles and bindings of the cluster, test of the separation of tenants]
    confidence: A

  - id: "A.8.5"
    title: Secure authentication
    coverage: partial
    property: "service identity, no anonymous"
    necessary: [rbac-no-anonymous, mesh-mtls-strict]
    notAssessed: [bindings made outside these manifests, whether every pod is in the mesh]
    assessorNeeds: [export of all roles and bindings of the cluster, state of the mesh]
    confidence: B

  - id: "A.8.6"
    title: Capacity management
    coverage: partial
    property: "limits, quota, replicas"
    necessary: [res-limits, ns-quota-limits]
    notAssessed: [real load]
    assessorNeeds: [measurements of load]
    confidence: B

  - id: "A.8.7"
    title: Protection against malware
    coverage: partial
    property: "runtime agent, read-only rootfs, pinned images"
    necessary: [pod-readonly-rootfs, image-digest-pinned]
    supporting: [det-runtime-agent]
    notAssessed:
      - whether the agent detects and is up to date
      - what else runs in the cluster
      - content of the images
    assessorNeeds: [console of the agent, list of running workloads, records of the registry and of builds]
    confidence: A

  - id: "A.8.8"
    title: Technical vulnerabilities
    coverage: artefact
    property: scan reference
    supporting: [image-scan-ref]
    notAssessed: [result and age of the scan]
    assessorNeeds: [reports of scans]
    confidence: B

  - id: "A.8.9"
    title: Configuration management
    coverage: partial
    property: "PSS baseline, reproducible generation, drift"
    necessary: [ns-pss-enforce, gen-reproducible, ns-not-default, pod-seccomp, pod-capabilities]
    supporting: [gitops-drift]
    notAssessed:
      - exemptions of admission
      - changes made beside the engine
      - who may change the repository
      - use of namespaces not generated here
      - what else runs in the cluster
    assessorNeeds:
      - configuration of admission
      - settings of the delivery engine
      - protection of branches
      - list of namespaces
      - list of running workloads
    confidence: A

  - id: "A.8.10"
    title: Information deletion
    coverage: artefact
    property: reclaim/retention consistency
    supporting: [storage-reclaim, meta-processing]
    notAssessed: [whether data is erased, whether the declared processing is true and lawful]
    assessorNeeds: [records of deletion, record of processing]
    confidence: B

  - id: "A.8.12"
    title: Data leakage prevention
    coverage: partial
    property: "egress default deny, secrets"
    necessary: [net-default-deny-egress, secret-no-inline]
    supporting: [net-metadata-blocked]
    notAssessed:
      - whether the network plugin enforces policies
      - whether the provider blocks its metadata service
      - protection of secrets in the store and in etcd
    assessorNeeds:
      - configuration of the network plugin
      - settings of the nodes
      - configuration of the secret store
    confidence: B

  - id: "A.8.13"
    title: Backup
    coverage: artefact
    property: backup schedule
    supporting: [avail-backup]
    notAssessed: [whether a backup can be restored]
    assessorNeeds: [report of a restore test]
    confidence: B

  - id: "A.8.14"
    title: Redundancy
    coverage: partial
    property: "replicas, spread, PDB"
    necessary: [avail-replicas-pdb]
    supporting: [avail-spread]
    notAssessed: [behaviour in a real failure]
    assessorNeeds: [report of a failover test]
    confidence: B

  - id: "A.8.15"
    title: Logging
    coverage: artefact
    property: "log collection, audit policy"
    supporting: [log-collection, log-audit-policy]
    notAssessed: [whether logs arrive and are read, whether the API server uses the policy]
    assessorNeeds: [samples of logs and reviews, flags of the API server]
    confidence: A

  - id: "A.8.16"
    title: Monitoring activities
    coverage: artefact
    property: alerts/agents present
    supporting: [mon-alerts, det-runtime-agent]
    notAssessed: [whether alerts are answered, whether the agent detects and is up to date]
    assessorNeeds: [records of incidents, console of the agent]
    confidence: B

  - id: "A.8.18"
    title: Privileged utility programs
    coverage: partial
    property: no exec/debug/privileged utilities
    necessary: [rbac-pod-exec, pod-privileged]
    supporting: [pod-no-interactive]
    notAssessed:
      - bindings made outside these manifests
      - shells opened in running pods
      - what else runs in the cluster
    assessorNeeds:
      - export of all roles and bindings of the cluster
      - audit log of the cluster
      - list of running workloads
    confidence: B

  - id: "A.8.19"
    title: Software installation on operational systems
    coverage: partial
    property: "read-only rootfs, digest pinning, allowed registry"
    necessary: [pod-readonly-rootfs, image-digest-pinned, image-registry-allowed]
    notAssessed: [what else runs in the cluster, content of the images]
    assessorNeeds: [list of running workloads, records of the registry and of builds]
    confidence: B

  - id: "A.8.20"
    title: Network security
    coverage: partial
    property: "default deny, declared flows"
    necessary: [net-default-deny-ingress, net-default-deny-egress, net-declared-flows]
    notAssessed: [whether the network plugin enforces policies, whether a declared flow is justified]
    assessorNeeds: [configuration of the network plugin, network diagram and approvals of flows]
    confidence: A

  - id: "A.8.21"
    title: Security of network services
    coverage: partial
    property: "TLS, exposure control"
    necessary: [ingress-tls, svc-exposure, mesh-mtls-strict]
    notAssessed:
      - "certificates, ciphers and versions at run time"
      - load balancers and firewalls outside the cluster
      - whether every pod is in the mesh
    assessorNeeds: [scan of the TLS endpoints, inventory of public addresses, state of the mesh]
    confidence: B

  - id: "A.8.22"
    title: Segregation of networks
    coverage: partial
    property: tenant/env/data-tier isolation
    necessary: [net-tenant-isolation, net-env-isolation, net-data-tier]
    notAssessed:
      - separation on shared nodes and in shared services
      - accounts and people with access to both environments
      - where data really is stored
    assessorNeeds: [test of the separation of tenants, access lists of each environment, data-flow diagram]
    confidence: A

  - id: "A.8.24"
    title: Use of cryptography
    coverage: partial
    property: "TLS versions, encrypted storage, cert management"
    necessary: [ingress-tls, ingress-tls-version, storage-encrypted]
    supporting: [tls-cert-managed]
    notAssessed:
      - "certificates, ciphers and versions at run time"
      - "whether the storage class encrypts, and its keys"
      - keys and certificates from elsewhere
    assessorNeeds:
      - scan of the TLS endpoints
      - configuration of storage and key management
      - inventory of keys and certificates
    confidence: A

  - id: "A.8.26"
    title: Application security requirements
    coverage: artefact
    property: "WAF, no snippets"
    supporting: [ingress-waf, ingress-no-snippets]
    notAssessed: [rules and mode of the firewall, settings of the ingress controller]
    assessorNeeds: [configuration of the web application firewall, configuration of the ingress controller]
    confidence: B

  - id: "A.8.27"
    title: Secure architecture principles
    coverage: artefact
    property: "PSS + segmentation by default"
    supporting: [ns-pss-enforce, net-default-deny-ingress]
    notAssessed: [exemptions of admission, whether the network plugin enforces policies]
    assessorNeeds: [configuration of admission, configuration of the network plugin]
    confidence: B

  - id: "A.8.31"
    title: Dev/test/prod separation
    coverage: partial
    property: environment isolation
    necessary: [net-env-isolation, ns-tenant-label, rbac-sod]
    notAssessed:
      - accounts and people with access to both environments
      - use of namespaces not generated here
      - duties outside the cluster
    assessorNeeds: [access lists of each environment, list of namespaces, matrix of duties]
    confidence: B

  - id: "A.8.32"
    title: Change management
    coverage: artefact
    property: "change ref, provenance, GitOps"
    supporting: [meta-change-ref, meta-provenance, gen-reproducible]
    notAssessed:
      - whether the change was approved and tested
      - "who may sign, and how builds are protected"
      - changes made beside the engine
    assessorNeeds: [tickets of changes, records of builds, settings of the delivery engine]
    confidence: A

  - id: "A.5.*"
    title: Other organisational controls
    coverage: none
    covers:
      [A.5.1, A.5.2, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, A.5.10, A.5.11, A.5.19, A.5.20, A.5.22,
      A.5.24, A.5.25, A.5.26, A.5.27, A.5.29, A.5.31, A.5.32, A.5.33, A.5.35, A.5.37]

  - id: "A.6.*"
    title: Controls of people
    coverage: none
    covers: [A.6.1, A.6.2, A.6.3, A.6.4, A.6.5, A.6.6, A.6.7, A.6.8]

  - id: "A.7.*"
    title: Physical controls
    coverage: none
    covers:
      [A.7.1, A.7.2, A.7.3, A.7.4, A.7.5, A.7.6, A.7.7, A.7.8, A.7.9, A.7.10, A.7.11, A.7.12, A.7.13,
      A.7.14]

  - id: "A.8.*"
    title: Other technological controls
    coverage: none
    covers: [A.8.1, A.8.4, A.8.11, A.8.17, A.8.23, A.8.25, A.8.28, A.8.29, A.8.30, A.8.33, A.8.34]

  - id: "4-10"
    title: "Clauses of the management system, beside the annex"
    coverage: none
    covers: []
===== templates/frameworks/nsa-cisa.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: nsa-cisa-1.2
title: NSA/CISA Kubernetes Hardening Guidance
version: "1.2"
publisher: National Security Agency and Cybersecurity and Infrastructure Security Agency
source: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
note: "The guidance has no ids; these are of this project."
aliases: [nsa-cisa, nsa]
universe:
  total: 26
  unit: selected recommendations
  countedFrom: "the selection of this file, which claims no completeness beyond it"
controls:
  - id: "POD-01"
    title: Non-root containers
    coverage: full
    property: runAsNonRoot
    necessary: [pod-run-as-non-root, pod-run-as-user]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-02"
    title: Immutable file system
    coverage: full
    property: readOnlyRootFilesystem
    necessary: [pod-readonly-rootfs]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-03"
    title: No privileged containers
    coverage: full
    property: privileged
    necessary: [pod-privileged]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-04"
    title: No host namespaces
    coverage: full
    property: hostPID/IPC/Network
    necessary: [pod-host-namespaces]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-05"
    title: No hostPath
    coverage: full
    property: hostPath
    necessary: [pod-hostpath]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-06"
    title: No privilege escalation
    coverage: full
    property: allowPrivilegeEscalation
    necessary: [pod-no-privilege-escalation]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-07"
    title: Capabilities dropped
    coverage: full
    property: drop ALL
    necessary: [pod-capabilities]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-08"
    title: SELinux / AppArmor / seccomp
    coverage: full
    property: profiles
    necessary: [pod-selinux, pod-apparmor, pod-seccomp]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-09"
    title: Protect SA tokens
    coverage: full
    property: automount
    necessary: [pod-automount-token]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-10"
    title: Host ports
    coverage: full
    property: hostPort
    necessary: [pod-host-ports]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "POD-11"
    title: Pod security enforcement mechanism
    coverage: partial
    property: PSA label / admission
    necessary: [ns-pss-enforce]
    supporting: [adm-policy-present]
    notAssessed: [exemptions of admission, whether the policies are active in the cluster]
    assessorNeeds: [configuration of admission]
    confidence: A

  - id: "POD-12"
    title: "Build secure images, scan, trusted repos, signatures"
    coverage: partial
    property: "registry, digest, signature policy, scan ref"
    necessary: [image-registry-allowed, image-digest-pinned]
    supporting: [image-signature-policy, image-scan-ref]
    notAssessed: [content of the images, whether signatures were verified, result and age of the scan]
    assessorNeeds: [records of the registry and of builds, log of admission, reports of scans]
    confidence: B

  - id: "POD-13"
    title: Runtime sandbox / hardened engine
    coverage: none

  - id: "NET-01"
    title: Namespace separation
    coverage: full
    property: "tenant namespaces, not default/kube-system"
    necessary: [ns-not-default, ns-tenant-label]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "NET-02"
    title: "NetworkPolicies default deny + selectors"
    coverage: full
    property: policies
    necessary: [net-default-deny-ingress, net-default-deny-egress, net-workload-covered]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "NET-03"
    title: CNI supports NetworkPolicy
    coverage: none

  - id: "NET-04"
    title: ResourceQuota / LimitRange / limits
    coverage: full
    property: objects
    necessary: [ns-quota-limits, res-limits]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "NET-05"
    title: External exposure limited
    coverage: partial
    property: Ingress/LB/NodePort
    necessary: [svc-exposure, ingress-tls]
    notAssessed:
      - load balancers and firewalls outside the cluster
      - "certificates, ciphers and versions at run time"
    assessorNeeds: [inventory of public addresses, scan of the TLS endpoints]
    confidence: A

  - id: "NET-06"
    title: TLS in cluster and to API/etcd
    coverage: partial
    property: mTLS for workloads only
    necessary: [mesh-mtls-strict]
    notAssessed: [whether every pod is in the mesh]
    assessorNeeds: [state of the mesh]
    confidence: B

  - id: "NET-07"
    title: Secrets not in configuration
    coverage: partial
    property: inline secrets
    necessary: [secret-no-inline, secret-external-store]
    supporting: [secret-no-basic-auth]
    notAssessed: [protection of secrets in the store and in etcd]
    assessorNeeds: [configuration of the secret store]
    confidence: A

  - id: "NET-08"
    title: "etcd / control-plane hardening, encryption at rest"
    coverage: none

  - id: "AUTH-01"
    title: "Strong user authentication, no anonymous"
    coverage: partial
    property: subjects only
    necessary: [rbac-no-anonymous]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "AUTH-02"
    title: RBAC least privilege
    coverage: partial
    property: roles/bindings
    necessary:
      [rbac-no-cluster-admin, rbac-no-wildcards, rbac-pod-exec, rbac-namespace-scoped,
      rbac-escalation]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "LOG-01"
    title: "API audit logging, node/container logs"
    coverage: artefact
    property: "policy file, selectors"
    supporting: [log-audit-policy, log-collection]
    notAssessed: [whether the API server uses the policy, whether logs arrive and are read]
    assessorNeeds: [flags of the API server, samples of logs and reviews]
    confidence: A

  - id: "LOG-02"
    title: "SIEM, alerting, threat detection"
    coverage: artefact
    property: agents/alerts
    supporting: [det-runtime-agent, mon-alerts]
    notAssessed: [whether the agent detects and is up to date, whether alerts are answered]
    assessorNeeds: [console of the agent, records of incidents]
    confidence: C

  - id: "UPG-01"
    title: "Patching, upgrades, vulnerability scanning"
    coverage: artefact
    property: scan reference
    supporting: [image-scan-ref]
    notAssessed: [result and age of the scan]
    assessorNeeds: [reports of scans]
    confidence: C
===== templates/frameworks/pci-dss.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: pci-dss-4.0.1
title: PCI DSS
version: "4.0.1"
publisher: PCI Security Standards Council
source: https://www.pcisecuritystandards.org/document_library/
note: "Ids and short titles are this project's own words; the text is the publisher's. Level 1 is a way of validation, not another set of requirements."
aliases: [pci-dss, pci]
universe:
  total: 280
  unit: numbered requirements
  countedFrom: "PCI DSS 4.0, requirements 1 to 12 and appendices A1 to A3, every number of three parts and more"
scope:
  dataClasses: [payment]
controls:
  - id: "1.1.*"
    title: Policies and roles of network security
    coverage: none
    covers: ["1.1.1", "1.1.2"]

  - id: "1.2.5"
    title: "Allowed services/ports identified, approved, justified"
    coverage: partial
    property: "each Service port, Ingress host and NetworkPolicy rule traces to a declared flow with owner and justification"
    necessary: [net-declared-flows, svc-exposure, svc-insecure-port]
    notAssessed:
      - whether a declared flow is justified
      - load balancers and firewalls outside the cluster
      - protocols inside an allowed port
    assessorNeeds:
      - network diagram and approvals of flows
      - inventory of public addresses
      - list of services in use
    confidence: A

  - id: "1.2.6"
    title: Insecure services have compensating features
    coverage: partial
    property: "undeclared plaintext/legacy port, missing TLS"
    necessary: [svc-insecure-port, ingress-tls, net-workload-covered]
    notAssessed:
      - protocols inside an allowed port
      - "certificates, ciphers and versions at run time"
      - whether the network plugin enforces policies
    assessorNeeds: [list of services in use, scan of the TLS endpoints, configuration of the network plugin]
    confidence: A

  - id: "1.2.7"
    title: Rule sets reviewed every six months
    coverage: artefact
    property: review-date annotation freshness
    supporting: [net-review-date]
    notAssessed: [whether somebody reviewed the rules]
    assessorNeeds: [minutes of the review]
    confidence: B

  - id: "1.2.8"
    title: NSC configuration files secured and in sync
    coverage: partial
    property: "regenerate-and-compare, GitOps drift settings"
    necessary: [gen-reproducible, meta-managed-by]
    supporting: [gitops-drift]
    notAssessed: [changes made beside the engine, who may change the repository]
    assessorNeeds: [settings of the delivery engine, protection of branches]
    confidence: B

  - id: "1.2.*"
    title: "Standards, changes and diagrams of networks"
    coverage: none
    covers: ["1.2.1", "1.2.2", "1.2.3", "1.2.4"]

  - id: "1.3.1"
    title: Inbound to CDE restricted
    coverage: partial
    property: "ingress default deny, no allow-all, no host-network bypass, valid CIDRs"
    necessary:
      - net-default-deny-ingress
      - net-workload-covered
      - net-no-allow-all
      - net-declared-flows
      - pod-host-namespaces
    notAssessed:
      - whether the network plugin enforces policies
      - whether a declared flow is justified
      - what else runs in the cluster
    assessorNeeds:
      - configuration of the network plugin
      - network diagram and approvals of flows
      - list of running workloads
    confidence: A

  - id: "1.3.2"
    title: Outbound from CDE restricted
    coverage: partial
    property: "egress default deny, no allow-all, metadata endpoint blocked"
    necessary: [net-default-deny-egress, net-no-allow-all, net-declared-flows, pod-host-namespaces]
    supporting: [net-metadata-blocked]
    notAssessed:
      - whether the network plugin enforces policies
      - whether a declared flow is justified
      - whether the provider blocks its metadata service
      - what else runs in the cluster
    assessorNeeds:
      - configuration of the network plugin
      - network diagram and approvals of flows
      - settings of the nodes
      - list of running workloads
    confidence: A

  - id: "1.3.*"
    title: Wireless networks
    coverage: none
    covers: ["1.3.3"]

  - id: "1.4.1"
    title: Controls between trusted and untrusted networks
    coverage: partial
    property: "only declared public entry points; default deny behind them"
    necessary: [svc-exposure, net-default-deny-ingress, net-no-allow-all, pod-host-ports]
    notAssessed:
      - load balancers and firewalls outside the cluster
      - whether the network plugin enforces policies
      - what else runs in the cluster
    assessorNeeds:
      - inventory of public addresses
      - configuration of the network plugin
      - list of running workloads
    confidence: A

  - id: "1.4.2"
    title: Inbound from untrusted limited
    coverage: partial
    property: public exposure only on declared hosts/ports with TLS
    necessary: [svc-exposure, ingress-tls, net-declared-flows]
    notAssessed:
      - load balancers and firewalls outside the cluster
      - "certificates, ciphers and versions at run time"
      - whether a declared flow is justified
    assessorNeeds:
      - inventory of public addresses
      - scan of the TLS endpoints
      - network diagram and approvals of flows
    confidence: A

  - id: "1.4.4"
    title: CHD stores not directly reachable
    coverage: partial
    property: "data-store workloads: no LB/NodePort/Ingress, app-tier-only policy"
    necessary: [net-data-tier, svc-exposure, meta-data-class]
    notAssessed:
      - where data really is stored
      - load balancers and firewalls outside the cluster
      - whether the declared class is true
    assessorNeeds: [data-flow diagram, inventory of public addresses, inventory of data]
    confidence: A

  - id: "1.4.*"
    title: Spoofing and disclosure of addresses
    coverage: none
    covers: ["1.4.3", "1.4.5"]

  - id: "1.5.*"
    title: Devices that connect to both sides
    coverage: none
    covers: ["1.5.1"]

  - id: "2.1.*"
    title: Policies and roles of configuration
    coverage: none
    covers: ["2.1.1", "2.1.2"]

  - id: "2.2.1"
    title: Configuration standards applied
    coverage: partial
    property: "Pod Security Standard restricted + namespace enforce label"
    necessary:
      - pod-host-namespaces
      - pod-host-ports
      - pod-host-process
      - pod-privileged
      - pod-capabilities
      - pod-no-privilege-escalation
      - pod-run-as-non-root
      - pod-run-as-user
      - pod-seccomp
      - pod-apparmor
      - pod-selinux
      - pod-proc-mount
      - pod-sysctls
      - pod-volume-types
      - pod-hostpath
      - ns-pss-enforce
    supporting: [pod-host-probes]
    notAssessed: [what else runs in the cluster, exemptions of admission]
    assessorNeeds: [list of running workloads, configuration of admission]
    confidence: A

  - id: "2.2.2"
    title: Vendor default accounts managed
    coverage: partial
    property: default ServiceAccount not used
    necessary: [pod-dedicated-sa, rbac-subjects]
    notAssessed: [accounts of people, who is behind a group]
    assessorNeeds: [list of accounts, "membership of groups, reviews of access"]
    confidence: A

  - id: "2.2.3"
    title: Functions of different security level separated
    coverage: partial
    property: "namespace per tenant/class, dedicated nodes"
    necessary: [ns-not-default, ns-tenant-label]
    supporting: [sched-dedicated]
    notAssessed: [use of namespaces not generated here, who else may use the nodes]
    assessorNeeds: [list of namespaces, configuration of the nodes]
    confidence: A

  - id: "2.2.4"
    title: Only necessary functions enabled
    coverage: partial
    property: "drop ALL caps, read-only rootfs, no hostPath, no extra ports"
    necessary:
      - pod-capabilities
      - pod-readonly-rootfs
      - pod-hostpath
      - pod-no-privilege-escalation
      - svc-insecure-port
    notAssessed: [what else runs in the cluster, protocols inside an allowed port]
    assessorNeeds: [list of running workloads, list of services in use]
    confidence: A

  - id: "2.2.5"
    title: Insecure services justified
    coverage: partial
    property: insecure port requires justification on the declared flow
    necessary: [svc-insecure-port, net-declared-flows]
    notAssessed: [protocols inside an allowed port, whether a declared flow is justified]
    assessorNeeds: [list of services in use, network diagram and approvals of flows]
    confidence: A

  - id: "2.2.6"
    title: Security parameters prevent misuse
    coverage: partial
    property: "seccomp, non-root, no escalation, sysctls"
    necessary: [pod-seccomp, pod-run-as-non-root, pod-no-privilege-escalation, pod-sysctls]
    notAssessed: [what else runs in the cluster]
    assessorNeeds: [list of running workloads]
    confidence: B

  - id: "2.2.7"
    title: Admin access encrypted
    coverage: partial
    property: admin endpoints only over TLS/mTLS
    necessary: [ingress-tls, mesh-mtls-strict]
    notAssessed: ["certificates, ciphers and versions at run time", whether every pod is in the mesh]
    assessorNeeds: [scan of the TLS endpoints, state of the mesh]
    confidence: A

  - id: "2.3.*"
    title: Wireless defaults and keys
    coverage: none
    covers: ["2.3.1", "2.3.2"]

  - id: "3.1.*"
    title: Policies and roles of stored data
    coverage: none
    covers: ["3.1.1", "3.1.2"]

  - id: "3.2.*"
    title: Retention and disposal
    coverage: none
    covers: ["3.2.1"]

  - id: "3.3.2"
    title: SAD stored pre-authorisation is encrypted
    coverage: partial
    property: PVC class allow-list
    necessary: [storage-encrypted]
    notAssessed: ["whether the storage class encrypts, and its keys"]
    assessorNeeds: [configuration of storage and key management]
    confidence: B

  - id: "3.3.*"
    title: Sensitive authentication data
    coverage: none
    covers: ["3.3.1", "3.3.1.1", "3.3.1.2", "3.3.1.3", "3.3.3"]

  - id: "3.4.*"
    title: Display and copying of card numbers
    coverage: none
    covers: ["3.4.1", "3.4.2"]

  - id: "3.5.1"
    title: PAN unreadable wherever stored
    coverage: artefact
    property: "PVC class allow-list (disk level only: 3.5.1.2 restricts reliance on it)"
    supporting: [storage-encrypted]
    notAssessed: ["whether the storage class encrypts, and its keys"]
    assessorNeeds: [configuration of storage and key management]
    confidence: B

  - id: "3.5.*"
    title: Hashes and disk encryption of card numbers
    coverage: none
    covers: ["3.5.1.1", "3.5.1.2", "3.5.1.3"]

  - id: "3.6.1.2"
    title: Keys stored in secure form
    coverage: partial
    property: "no inline key material; external store"
    necessary: [secret-no-inline, secret-external-store]
    notAssessed: [protection of secrets in the store and in etcd]
    assessorNeeds: [configuration of the secret store]
    confidence: B

  - id: "3.6.*"
    title: Procedures and custody of keys
    coverage: none
    covers: ["3.6.1", "3.6.1.1", "3.6.1.3", "3.6.1.4"]

  - id: "3.7.*"
    title: Life of keys
    coverage: none
    covers: ["3.7.1", "3.7.2", "3.7.3", "3.7.4", "3.7.5", "3.7.6", "3.7.7", "3.7.8", "3.7.9"]

  - id: "4.1.*"
    title: Policies and roles of transmission
    coverage: none
    covers: ["4.1.1", "4.1.2"]

  - id: "4.2.1"
    title: Strong cryptography in transit over open networks
    coverage: partial
    property: "TLS on every public listener, minimum version, certificates managed"
    necessary: [ingress-tls, ingress-tls-version, mesh-mtls-strict]
    supporting: [tls-cert-managed]
    notAssessed:
      - "certificates, ciphers and versions at run time"
      - whether every pod is in the mesh
      - keys and certificates from elsewhere
    assessorNeeds: [scan of the TLS endpoints, state of the mesh, inventory of keys and certificates]
    confidence: A

  - id: "4.2.1.1"
    title: Inventory of trusted keys and certificates
    coverage: artefact
    property: exported list of Certificate/issuer objects
    supporting: [tls-cert-managed]
    notAssessed: [keys and certificates from elsewhere]
    assessorNeeds: [inventory of keys and certificates]
    confidence: C

  - id: "4.2.*"
    title: Wireless and messaging
    coverage: none
    covers: ["4.2.1.2", "4.2.2"]

  - id: "5.1.*"
    title: Policies and roles against malware
    coverage: none
    covers: ["5.1.1", "5.1.2"]

  - id: "5.2.1"
    title: Anti-malware deployed
    coverage: artefact
    property: runtime agent DaemonSet in platform bundle
    supporting: [det-runtime-agent]
    notAssessed: [whether the agent detects and is up to date]
    assessorNeeds: [console of the agent]
    confidence: A

  - id: "5.2.*"
    title: Reach of the malware protection
    coverage: none
    covers: ["5.2.2", "5.2.3", "5.2.3.1"]

  - id: "5.3.*"
    title: Upkeep of the malware protection
    coverage: none
    covers: ["5.3.1", "5.3.2", "5.3.2.1", "5.3.3", "5.3.4", "5.3.5"]

  - id: "5.4.*"
    title: Phishing
    coverage: none
    covers: ["5.4.1"]

  - id: "6.1.*"
    title: Policies and roles of development
    coverage: none
    covers: ["6.1.1", "6.1.2"]

  - id: "6.2.*"
    title: Secure development and training
    coverage: none
    covers: ["6.2.1", "6.2.2", "6.2.3", "6.2.3.1", "6.2.4"]

  - id: "6.3.2"
    title: Inventory of software components
    coverage: artefact
    property: "digest inventory + SBOM reference per image"
    supporting: [image-digest-pinned, image-sbom-ref]
    notAssessed: [content of the images, content and age of the bill of materials]
    assessorNeeds: [records of the registry and of builds, bills of materials]
    confidence: A

  - id: "6.3.3"
    title: Patched against known vulnerabilities
    coverage: artefact
    property: scan reference only
    supporting: [image-scan-ref]
    notAssessed: [result and age of the scan]
    assessorNeeds: [reports of scans]
    confidence: B

  - id: "6.3.*"
    title: Knowing vulnerabilities
    coverage: none
    covers: ["6.3.1"]

  - id: "6.4.2"
    title: Automated protection for public web apps
    coverage: partial
    property: public routes reference a WAF policy
    necessary: [ingress-no-snippets]
    supporting: [ingress-waf]
    notAssessed: [rules and mode of the firewall, settings of the ingress controller]
    assessorNeeds: [configuration of the web application firewall, configuration of the ingress controller]
    confidence: A

  - id: "6.4.*"
    title: "Reviews of web applications, scripts of payment pages"
    coverage: none
    covers: ["6.4.1", "6.4.3"]

  - id: "6.5.1"
    title: Production changes follow procedure
    coverage: artefact
    property: "change reference, provenance, GitOps"
    supporting: [meta-change-ref, meta-provenance, meta-managed-by, gen-reproducible]
    notAssessed:
      - whether the change was approved and tested
      - "who may sign, and how builds are protected"
      - changes made beside the engine
    assessorNeeds: [tickets of changes, records of builds, settings of the delivery engine]
    confidence: A

  - id: "6.5.3"
    title: Pre-production separated with access controls
    coverage: partial
    property: no cross-environment flows or bindings
    necessary: [net-env-isolation, rbac-sod, ns-tenant-label]
    notAssessed:
      - accounts and people with access to both environments
      - duties outside the cluster
      - use of namespaces not generated here
    assessorNeeds: [access lists of each environment, matrix of duties, list of namespaces]
    confidence: B

  - id: "6.5.4"
    title: Roles separated prod / pre-prod
    coverage: partial
    property: conflicting-pair analysis on generated RBAC
    necessary: [rbac-sod]
    notAssessed: [duties outside the cluster]
    assessorNeeds: [matrix of duties]
    confidence: B

  - id: "6.5.*"
    title: "Completion of changes, test data"
    coverage: none
    covers: ["6.5.2", "6.5.5", "6.5.6"]

  - id: "7.1.*"
    title: Policies and roles of access
    coverage: none
    covers: ["7.1.1", "7.1.2"]

  - id: "7.2.1"
    title: Access control model
    coverage: partial
    property: "namespaced RBAC, tokens not mounted by default"
    necessary: [rbac-namespace-scoped, rbac-no-wildcards, pod-automount-token]
    notAssessed: [bindings made outside these manifests, rights of the mounted tokens in the cluster]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "7.2.2"
    title: Least privilege by job function
    coverage: partial
    property: "no cluster-admin, wildcards, escalation, exec"
    necessary:
      [rbac-no-cluster-admin, rbac-no-wildcards, rbac-escalation, rbac-pod-exec, rbac-secrets,
      rbac-cluster-verbs]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "7.2.4"
    title: User access reviewed every six months
    coverage: artefact
    property: RBAC inventory export only
    supporting: [rbac-subjects]
    notAssessed: [who is behind a group]
    assessorNeeds: ["membership of groups, reviews of access"]
    confidence: B

  - id: "7.2.5"
    title: Application/system accounts least privilege
    coverage: partial
    property: "dedicated SA, no token unless declared"
    necessary: [pod-dedicated-sa, pod-automount-token, rbac-no-wildcards, rbac-secrets]
    notAssessed:
      - accounts of people
      - rights of the mounted tokens in the cluster
      - bindings made outside these manifests
    assessorNeeds: [list of accounts, export of all roles and bindings of the cluster]
    confidence: A

  - id: "7.2.*"
    title: Approval and review of access
    coverage: none
    covers: ["7.2.3", "7.2.5.1", "7.2.6"]

  - id: "7.3.2"
    title: Access system enforces assigned permissions
    coverage: partial
    property: RBAC subjects on allow-list
    necessary: [rbac-subjects, rbac-namespace-scoped]
    notAssessed: [who is behind a group, bindings made outside these manifests]
    assessorNeeds:
      - "membership of groups, reviews of access"
      - export of all roles and bindings of the cluster
    confidence: A

  - id: "7.3.3"
    title: Deny all by default
    coverage: partial
    property: "no anonymous/broad bindings, no wildcards"
    necessary: [rbac-no-anonymous, rbac-no-wildcards]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "7.3.*"
    title: System of access control
    coverage: none
    covers: ["7.3.1"]

  - id: "8.1.*"
    title: Policies and roles of identities
    coverage: none
    covers: ["8.1.1", "8.1.2"]

  - id: "8.2.1"
    title: Unique user id
    coverage: partial
    property: "human subjects federated, no shared users"
    necessary: [rbac-subjects]
    notAssessed: [who is behind a group]
    assessorNeeds: ["membership of groups, reviews of access"]
    confidence: A

  - id: "8.2.2"
    title: Shared/generic accounts by exception
    coverage: partial
    property: "no system:masters or generic subjects"
    necessary: [rbac-system-masters, rbac-subjects]
    notAssessed: [bindings made outside these manifests, who is behind a group]
    assessorNeeds:
      - export of all roles and bindings of the cluster
      - "membership of groups, reviews of access"
    confidence: A

  - id: "8.2.*"
    title: Life of accounts
    coverage: none
    covers: ["8.2.3", "8.2.4", "8.2.5", "8.2.6", "8.2.7", "8.2.8"]

  - id: "8.3.2"
    title: Authentication factors unreadable in transit/storage
    coverage: partial
    property: "no inline credentials; mTLS"
    necessary: [secret-no-inline, secret-external-store, mesh-mtls-strict]
    notAssessed: [protection of secrets in the store and in etcd, whether every pod is in the mesh]
    assessorNeeds: [configuration of the secret store, state of the mesh]
    confidence: A

  - id: "8.3.*"
    title: Strength of authentication
    coverage: none
    covers:
      ["8.3.1", "8.3.3", "8.3.4", "8.3.5", "8.3.6", "8.3.7", "8.3.8", "8.3.9", "8.3.10", "8.3.10.1",
      "8.3.11"]

  - id: "8.4.*"
    title: Second factors
    coverage: none
    covers: ["8.4.1", "8.4.2", "8.4.3"]

  - id: "8.5.*"
    title: Set-up of second factors
    coverage: none
    covers: ["8.5.1"]

  - id: "8.6.1"
    title: Interactive use of system accounts controlled
    coverage: partial
    property: "no exec rights, no tty/debug"
    necessary: [rbac-pod-exec]
    supporting: [pod-no-interactive]
    notAssessed: [bindings made outside these manifests, shells opened in running pods]
    assessorNeeds: [export of all roles and bindings of the cluster, audit log of the cluster]
    confidence: B

  - id: "8.6.2"
    title: No hard-coded passwords
    coverage: partial
    property: "credential detection in env/args/ConfigMap/Secret; external store"
    necessary: [secret-no-inline, secret-external-store]
    notAssessed: [protection of secrets in the store and in etcd]
    assessorNeeds: [configuration of the secret store]
    confidence: A

  - id: "8.6.3"
    title: "System-account secrets protected, rotated"
    coverage: partial
    property: rotation interval
    necessary: [secret-external-store]
    supporting: [secret-rotation]
    notAssessed: [whether a secret was really changed, protection of secrets in the store and in etcd]
    assessorNeeds: [log of changes of the store, configuration of the secret store]
    confidence: C

  - id: "9.1.*"
    title: Policies and roles of physical access
    coverage: none
    covers: ["9.1.1", "9.1.2"]

  - id: "9.2.*"
    title: Entry to facilities
    coverage: none
    covers: ["9.2.1", "9.2.1.1", "9.2.2", "9.2.3", "9.2.4"]

  - id: "9.3.*"
    title: Personnel and visitors
    coverage: none
    covers: ["9.3.1", "9.3.1.1", "9.3.2", "9.3.3", "9.3.4"]

  - id: "9.4.*"
    title: Media
    coverage: none
    covers: ["9.4.1", "9.4.1.1", "9.4.1.2", "9.4.2", "9.4.3", "9.4.4", "9.4.5", "9.4.5.1", "9.4.6", "9.4.7"]

  - id: "9.5.*"
    title: Devices at the point of interaction
    coverage: none
    covers: ["9.5.1", "9.5.1.1", "9.5.1.2", "9.5.1.2.1", "9.5.1.3"]

  - id: "10.1.*"
    title: Policies and roles of logging
    coverage: none
    covers: ["10.1.1", "10.1.2"]

  - id: "10.2.1"
    title: Audit logs enabled
    coverage: artefact
    property: "log selector covers workload; audit Policy in platform bundle"
    supporting: [log-collection, log-audit-policy]
    notAssessed: [whether logs arrive and are read, whether the API server uses the policy]
    assessorNeeds: [samples of logs and reviews, flags of the API server]
    confidence: A

  - id: "10.2.*"
    title: Content of audit logs
    coverage: none
    covers: ["10.2.1.1", "10.2.1.2", "10.2.1.3", "10.2.1.4", "10.2.1.5", "10.2.1.6", "10.2.1.7", "10.2.2"]

  - id: "10.3.*"
    title: Protection of audit logs
    coverage: none
    covers: ["10.3.1", "10.3.2", "10.3.3", "10.3.4"]

  - id: "10.4.*"
    title: Review of audit logs
    coverage: none
    covers: ["10.4.1", "10.4.1.1", "10.4.2", "10.4.2.1", "10.4.3"]

  - id: "10.5.1"
    title: "12 months retention, 3 months online"
    coverage: artefact
    property: declared retention value
    supporting: [log-retention]
    notAssessed: [whether logs are kept and intact]
    assessorNeeds: [settings of the log store]
    confidence: B

  - id: "10.6.*"
    title: Time
    coverage: none
    covers: ["10.6.1", "10.6.2", "10.6.3"]

  - id: "10.7.*"
    title: Failures of security systems
    coverage: none
    covers: ["10.7.1", "10.7.2", "10.7.3"]

  - id: "11.1.*"
    title: Policies and roles of testing
    coverage: none
    covers: ["11.1.1", "11.1.2"]

  - id: "11.2.*"
    title: Wireless access points
    coverage: none
    covers: ["11.2.1", "11.2.2"]

  - id: "11.3.*"
    title: Scans
    coverage: none
    covers: ["11.3.1", "11.3.1.1", "11.3.1.2", "11.3.1.3", "11.3.2", "11.3.2.1"]

  - id: "11.4.*"
    title: Penetration tests
    coverage: none
    covers: ["11.4.1", "11.4.2", "11.4.3", "11.4.4", "11.4.5", "11.4.6", "11.4.7"]

  - id: "11.5.1"
    title: Intrusion detection
    coverage: artefact
    property: runtime/network sensor present
    supporting: [det-runtime-agent]
    notAssessed: [whether the agent detects and is up to date]
    assessorNeeds: [console of the agent]
    confidence: A

  - id: "11.5.2"
    title: Change detection
    coverage: partial
    property: "digest match + drift correction"
    necessary: [gen-reproducible, pod-readonly-rootfs]
    supporting: [gitops-drift]
    notAssessed:
      - changes made beside the engine
      - who may change the repository
      - what else runs in the cluster
    assessorNeeds: [settings of the delivery engine, protection of branches, list of running workloads]
    confidence: A

  - id: "11.5.*"
    title: Covert channels
    coverage: none
    covers: ["11.5.1.1"]

  - id: "11.6.*"
    title: Tampering with payment pages
    coverage: none
    covers: ["11.6.1"]

  - id: "12.1.*"
    title: Security policy
    coverage: none
    covers: ["12.1.1", "12.1.2", "12.1.3", "12.1.4"]

  - id: "12.2.*"
    title: Acceptable use
    coverage: none
    covers: ["12.2.1"]

  - id: "12.3.*"
    title: Risk analysis
    coverage: none
    covers: ["12.3.1", "12.3.2", "12.3.3", "12.3.4"]

  - id: "12.4.*"
    title: Managing the programme
    coverage: none
    covers: ["12.4.1", "12.4.2", "12.4.2.1"]

  - id: "12.5.1"
    title: Inventory of in-scope components
    coverage: artefact
    property: list of workloads labelled chd / connected-to
    supporting: [meta-data-class, meta-owner]
    notAssessed: [whether the declared class is true, whether the owner knows]
    assessorNeeds: [inventory of data, list of services and owners]
    confidence: B

  - id: "12.5.*"
    title: Scope
    coverage: none
    covers: ["12.5.2", "12.5.2.1", "12.5.3"]

  - id: "12.6.*"
    title: Awareness
    coverage: none
    covers: ["12.6.1", "12.6.2", "12.6.3", "12.6.3.1", "12.6.3.2"]

  - id: "12.7.*"
    title: Screening of personnel
    coverage: none
    covers: ["12.7.1"]

  - id: "12.8.*"
    title: Service providers
    coverage: none
    covers: ["12.8.1", "12.8.2", "12.8.3", "12.8.4", "12.8.5"]

  - id: "12.9.*"
    title: Duties of service providers
    coverage: none
    covers: ["12.9.1", "12.9.2"]

  - id: "12.10.*"
    title: Incidents
    coverage: none
    covers: ["12.10.1", "12.10.2", "12.10.3", "12.10.4", "12.10.4.1", "12.10.5", "12.10.6", "12.10.7"]

  - id: "A1.1.1"
    title: "Multi-tenant: logical separation"
    coverage: partial
    property: cross-tenant reference analysis
    necessary: [net-tenant-isolation, ns-tenant-label, rbac-namespace-scoped]
    supporting: [mesh-authz-default-deny]
    notAssessed:
      - separation on shared nodes and in shared services
      - use of namespaces not generated here
      - bindings made outside these manifests
      - whether every pod is in the mesh
    assessorNeeds:
      - test of the separation of tenants
      - list of namespaces
      - export of all roles and bindings of the cluster
      - state of the mesh
    confidence: B

  - id: "A1.1.2"
    title: Tenant permission only to its own data
    coverage: partial
    property: no cross-tenant RBAC/PVC/Secret reference
    necessary: [rbac-namespace-scoped, net-tenant-isolation]
    notAssessed: [bindings made outside these manifests, separation on shared nodes and in shared services]
    assessorNeeds: [export of all roles and bindings of the cluster, test of the separation of tenants]
    confidence: B

  - id: "A1.1.3"
    title: Tenant access only to allocated resources
    coverage: partial
    property: "quota, node pool, namespace scoping"
    necessary: [net-tenant-isolation, ns-quota-limits]
    supporting: [sched-dedicated]
    notAssessed: [separation on shared nodes and in shared services, real load, who else may use the nodes]
    assessorNeeds: [test of the separation of tenants, measurements of load, configuration of the nodes]
    confidence: B

  - id: "A1.1.*"
    title: Tests of the separation of tenants
    coverage: none
    covers: [A1.1.4]

  - id: "A1.2.1"
    title: Per-tenant audit log capability
    coverage: artefact
    property: log selector per tenant
    supporting: [log-collection]
    notAssessed: [whether logs arrive and are read]
    assessorNeeds: [samples of logs and reviews]
    confidence: C

  - id: "A1.2.*"
    title: Forensics and reports for tenants
    coverage: none
    covers: [A1.2.2, A1.2.3]

  - id: "A2.1.*"
    title: Old TLS at terminals
    coverage: none
    covers: [A2.1.1, A2.1.2, A2.1.3]

  - id: "A3.1.*"
    title: Programme of designated entities
    coverage: none
    covers: [A3.1.1, A3.1.2, A3.1.3, A3.1.4]

  - id: "A3.2.*"
    title: Scope of designated entities
    coverage: none
    covers: [A3.2.1, A3.2.2, A3.2.2.1, A3.2.3, A3.2.4, A3.2.5, A3.2.5.1, A3.2.5.2, A3.2.6, A3.2.6.1]

  - id: "A3.3.*"
    title: Business as usual of designated entities
    coverage: none
    covers: [A3.3.1, A3.3.1.2, A3.3.2, A3.3.3]

  - id: "A3.4.*"
    title: Access of designated entities
    coverage: none
    covers: [A3.4.1]

  - id: "A3.5.*"
    title: Suspicious events of designated entities
    coverage: none
    covers: [A3.5.1]
===== templates/frameworks/pod-security-standards.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: k8s-pss-restricted
title: "Kubernetes Pod Security Standards, restricted"
version: "1.35"
publisher: Kubernetes
source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
note: Ids are those of the checks of pod-security-admission. Two checks of the level baseline that the level restricted replaces are listed and not counted.
aliases: [pod-security, pss]
universe:
  total: 15
  unit: checks in effect
  countedFrom: "pod-security-admission, level restricted from 1.35"
controls:
  - id: "allowPrivilegeEscalation"
    title: No privilege escalation
    coverage: full
    property: PodSpec field
    necessary: [pod-no-privilege-escalation]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "appArmorProfile"
    title: AppArmor
    coverage: full
    property: PodSpec field
    necessary: [pod-apparmor]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "capabilities_restricted"
    title: Capabilities
    coverage: full
    property: PodSpec field
    necessary: [pod-capabilities]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "hostNamespaces"
    title: Namespaces of the host
    coverage: full
    property: PodSpec field
    necessary: [pod-host-namespaces]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "hostPathVolumes"
    title: Paths of the host
    coverage: full
    covers: []
    property: PodSpec field
    necessary: [pod-hostpath]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "hostPorts"
    title: Ports of the host
    coverage: full
    property: PodSpec field
    necessary: [pod-host-ports]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "hostProbesAndHostLifecycle"
    title: "Hosts of probes and hooks, from 1.34"
    coverage: full
    property: PodSpec field
    necessary: [pod-host-probes]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "privileged"
    title: Privileged containers
    coverage: full
    property: PodSpec field
    necessary: [pod-privileged]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "procMount"
    title: Mask of /proc
    coverage: full
    covers: []
    property: PodSpec field
    necessary: [pod-proc-mount]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "procMount_restricted"
    title: "Mask of /proc, restricted, from 1.35"
    coverage: full
    property: PodSpec field
    necessary: [pod-proc-mount]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "restrictedVolumes"
    title: Types of volumes
    coverage: full
    property: PodSpec field
    necessary: [pod-volume-types]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "runAsNonRoot"
    title: Not root
    coverage: full
    property: PodSpec field
    necessary: [pod-run-as-non-root]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "runAsUser"
    title: User other than 0
    coverage: full
    property: PodSpec field
    necessary: [pod-run-as-user]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "seLinuxOptions"
    title: SELinux
    coverage: full
    property: PodSpec field
    necessary: [pod-selinux]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "seccompProfile_restricted"
    title: Seccomp
    coverage: full
    property: PodSpec field
    necessary: [pod-seccomp]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "sysctls"
    title: Sysctls
    coverage: full
    property: PodSpec field
    necessary: [pod-sysctls]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A

  - id: "windowsHostProcess"
    title: Windows host processes
    coverage: full
    property: PodSpec field
    necessary: [pod-host-process]
    notAssessed: [objects that are not among these manifests, changes made by admission in the cluster]
    assessorNeeds: [list of what runs in the cluster]
    confidence: A
===== templates/frameworks/sox.yaml
apiVersion: spai/v1
kind: Framework
metadata:
  name: sox-itgc
title: "SOX section 404, IT general controls"
version: "COBIT 2019"
publisher: Public Company Accounting Oversight Board
source: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2201
note: "The law has no catalogue of technical controls; the ITGC ids are of this project, and an organisation has its own. Only workloads that matter for financial reporting count."
aliases: [sox]
universe:
  total: 19
  unit: selected controls
  countedFrom: "the selection of this file, which claims no completeness beyond it"
scope:
  dataClasses: [financial]
controls:
  - id: "ITGC-CM-01"
    title: Changes authorised before production (BAI06.01)
    coverage: artefact
    property: "change id + approver + commit on every object"
    supporting: [meta-change-ref]
    notAssessed: [whether the change was approved and tested]
    assessorNeeds: [tickets of changes]
    confidence: B

  - id: "ITGC-CM-02"
    title: Changes tested (BAI07)
    coverage: artefact
    property: policy-check result bound to manifest digest
    supporting: [meta-provenance]
    notAssessed: ["who may sign, and how builds are protected"]
    assessorNeeds: [records of builds]
    confidence: C

  - id: "ITGC-CM-03"
    title: Only the approved change is deployed
    coverage: partial
    property: "regenerate = byte-identical; immutable image digest"
    necessary: [gen-reproducible, image-digest-pinned]
    supporting: [image-signature-policy]
    notAssessed: [changes made beside the engine, content of the images, whether signatures were verified]
    assessorNeeds: [settings of the delivery engine, records of the registry and of builds, log of admission]
    confidence: B

  - id: "ITGC-CM-04"
    title: "No unauthorised direct change (BAI06, BAI10)"
    coverage: partial
    property: "drift self-heal; no human write in prod RBAC"
    necessary: [rbac-sod, rbac-pod-exec]
    supporting: [gitops-drift]
    notAssessed:
      - who may change the repository
      - duties outside the cluster
      - bindings made outside these manifests
    assessorNeeds: [protection of branches, matrix of duties, export of all roles and bindings of the cluster]
    confidence: B

  - id: "ITGC-CM-05"
    title: Emergency changes reviewed (BAI06.02)
    coverage: none

  - id: "ITGC-CM-06"
    title: Dev/test/prod separated (BAI07)
    coverage: partial
    property: environment isolation
    necessary: [net-env-isolation, ns-tenant-label, rbac-sod]
    notAssessed:
      - accounts and people with access to both environments
      - use of namespaces not generated here
      - duties outside the cluster
    assessorNeeds: [access lists of each environment, list of namespaces, matrix of duties]
    confidence: B

  - id: "ITGC-AC-01"
    title: Access provisioned with approval (DSS05.04)
    coverage: artefact
    property: subjects on allow-list with change ref
    supporting: [rbac-subjects, meta-change-ref]
    notAssessed: [who is behind a group, whether the change was approved and tested]
    assessorNeeds: ["membership of groups, reviews of access", tickets of changes]
    confidence: B

  - id: "ITGC-AC-02"
    title: Least privilege (DSS05.04/DSS06.03)
    coverage: partial
    property: no cluster-admin/wildcards/escalation
    necessary:
      [rbac-no-cluster-admin, rbac-no-wildcards, rbac-escalation, rbac-secrets, rbac-namespace-scoped]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: A

  - id: "ITGC-AC-03"
    title: Privileged access restricted
    coverage: partial
    property: "system:masters, exec, node/CSR/webhook verbs"
    necessary: [rbac-system-masters, rbac-pod-exec, rbac-cluster-verbs]
    notAssessed: [bindings made outside these manifests]
    assessorNeeds: [export of all roles and bindings of the cluster]
    confidence: B

  - id: "ITGC-AC-04"
    title: Segregation of duties (DSS06.03)
    coverage: partial
    property: conflicting-pair analysis
    necessary: [rbac-sod]
    notAssessed: [duties outside the cluster]
    assessorNeeds: [matrix of duties]
    confidence: B

  - id: "ITGC-AC-05"
    title: Periodic access recertification
    coverage: artefact
    property: RBAC export only
    supporting: [rbac-subjects]
    notAssessed: [who is behind a group]
    assessorNeeds: ["membership of groups, reviews of access"]
    confidence: B

  - id: "ITGC-AC-06"
    title: "Authentication (MFA, passwords)"
    coverage: none

  - id: "ITGC-AC-07"
    title: Service credentials protected
    coverage: partial
    property: "external store, no inline"
    necessary: [secret-no-inline, secret-external-store]
    supporting: [secret-rotation]
    notAssessed: [protection of secrets in the store and in etcd, whether a secret was really changed]
    assessorNeeds: [configuration of the secret store, log of changes of the store]
    confidence: C

  - id: "ITGC-OP-01"
    title: Backup and recovery (DSS04.07)
    coverage: artefact
    property: backup schedule
    supporting: [avail-backup]
    notAssessed: [whether a backup can be restored]
    assessorNeeds: [report of a restore test]
    confidence: B

  - id: "ITGC-OP-02"
    title: Job scheduling and failure handling (DSS01)
    coverage: artefact
    property: "CronJob concurrency/backoff/history limits; alerts"
    supporting: [mon-alerts, avail-probes]
    notAssessed: [whether alerts are answered, behaviour in a real failure]
    assessorNeeds: [records of incidents, report of a failover test]
    confidence: C

  - id: "ITGC-OP-03"
    title: Monitoring and incident handling (DSS02/03)
    coverage: artefact
    property: alert route present
    supporting: [mon-alerts, log-collection]
    notAssessed: [whether alerts are answered, whether logs arrive and are read]
    assessorNeeds: [records of incidents, samples of logs and reviews]
    confidence: C

  - id: "ITGC-OP-04"
    title: Audit trail retained
    coverage: artefact
    property: "log collection and retention >= 7y where org requires"
    supporting: [log-collection, log-retention]
    notAssessed: [whether logs arrive and are read, whether logs are kept and intact]
    assessorNeeds: [samples of logs and reviews, settings of the log store]
    confidence: C

  - id: "ITGC-PD-01"
    title: Program development / SDLC
    coverage: none

  - id: "s.302/s.404(a)(b)"
    title: "Certification, management assessment, auditor attestation"
    coverage: none
===== templates/jobs/billing-reports.yaml
# The figures of the month, for the accounts.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: billing-reports
summary: Financial reporting.
category: finance
minimumTier: enterprise
run: scheduled
resourceTier: medium
expectedRunTime:
  minimum: 30m
  maximum: 90m
schedule:
  cron: "0 4 1 * *" # the first of the month
  timeZone: Europe/Stockholm
  concurrency: Forbid
  startingDeadline: 12h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false
retries: 1
failOnExitCodes: [65] # the books do not balance: a person has to look

image:
  registry: main
  name: spai/billing-reports
  tag: 2.2.0
  digest: sha256:0139a2ea8b4bf58c17b46cdcd7a5b98319b522ae84356f868bd4c25490349ad8
  sbom: https://sboms.spai.example.com/0139a2ea8b4b.cdx.json
  scan:
    report: https://scans.spai.example.com/0139a2ea8b4b
    day: 2026-11-09
args: [report, --last-month]
secrets:
  reporting-database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password

runtime:
  jvm:
    collector: Parallel
priority: high

calls:
  billing:
    ports: [http]
external:
  database:
    cidrs: [10.200.1.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL for payments, read only.
===== templates/jobs/data-etl.yaml
# Extracts, transforms and loads the data of the day, every day.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: data-etl
summary: Extract, transform, load.
category: data
minimumTier: premium
run: scheduled
resourceTier: large
expectedRunTime:
  minimum: 1h
  maximum: 3h
schedule:
  cron: "30 1 * * *"
  timeZone: Europe/Stockholm
  concurrency: Forbid # a slow day must not meet the next one
  startingDeadline: 2h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false
failOnExitCodes: [65] # bad data

image:
  registry: main
  name: spai/data-etl
  tag: 1.14.0
  digest: sha256:efd96cdb52cd7ef1f874a0e38922b50707c3b7439904de1b5d9cb93e1c36b049
  sbom: https://sboms.spai.example.com/efd96cdb52cd.cdx.json
  scan:
    report: https://scans.spai.example.com/efd96cdb52cd
    day: 2026-11-09
args: [run, --all]
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
volumes:
  scratch:
    mount: /scratch
    size: 16Gi
resources:
  ephemeralStorage: 20Gi

runtime:
  python: {}
priority: low

calls:
  analytics:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
  data-lake:
    cidrs: [10.200.32.0/24]
    ports: [443]
    purpose: Object storage.
===== templates/jobs/ml-training.yaml
# Trains a model on a GPU. Runs once for each change of this job's spec.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: ml-training
summary: AI/ML model training.
category: ai-ml
minimumTier: enterprise
run: batch
resourceTier: xlarge # or more
expectedRunTime:
  minimum: 2h
  maximum: 8h
failOnExitCodes: [64, 65] # wrong usage, bad data: trying again is no use
checkpoints: checkpoints # the volume below; a replaced pod goes on from there

image:
  registry: main
  name: spai/ml-training
  tag: 2.8.0
  digest: sha256:ceed29457cbc2e8c61da8f617cf665a3f01479dd5a3e987517b8ef241421ed29
  sbom: https://sboms.spai.example.com/ceed29457cbc.cdx.json
  scan:
    report: https://scans.spai.example.com/ceed29457cbc
    day: 2026-11-09
args: [train, --resume] # a replaced pod goes on from the last checkpoint
env:
  DATASET_DIR: /datasets
  CHECKPOINT_DIR: /checkpoints
secrets:
  model-registry:
    env:
      MODEL_REGISTRY_TOKEN: token

ports:
  metrics:
    port: 9090
volumes:
  datasets:
    mount: /datasets
    claim:
      size: 500Gi
      storageClass: shared
  checkpoints:
    mount: /checkpoints
    claim:
      size: 200Gi
      storageClass: shared
resources:
  ephemeralStorage: 20Gi
gpu:
  class: a100

runtime:
  python: {}
priority: batch
termination:
  finish: 5m # time to write a checkpoint
external:
  model-registry:
    cidrs: [10.200.16.0/24]
    ports: [443]
    purpose: Trained models.
metrics:
  port: metrics
===== templates/jobs/security-scan.yaml
# Looks for known weaknesses and wrong settings, once a week.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: security-scan
summary: Security and compliance scanning.
category: security
run: scheduled
resourceTier: medium
expectedRunTime:
  minimum: 30m
  maximum: 120m
schedule:
  cron: "0 3 * * 0" # Sunday
  timeZone: Europe/Stockholm
  concurrency: Replace # only the newest result counts
  startingDeadline: 12h
  keepSucceeded: 3
  keepFailed: 3
  suspended: false
failOnExitCodes: [3] # something was found: a second look finds the same

image:
  registry: main
  name: spai/security-scan
  tag: 7.5.1
  digest: sha256:6b16587fcb1516adeea1ed087e9c89808e9a669c82e333c74f07a4b69cd15dec
  sbom: https://sboms.spai.example.com/6b16587fcb15.cdx.json
  scan:
    report: https://scans.spai.example.com/6b16587fcb15
    day: 2026-11-09
args: [scan, --report=json]
env:
  REPORT_DIR: /reports
volumes:
  reports:
    mount: /reports
    size: 1Gi

runtime:
  go: {}
priority: normal

external:
  advisories:
    cidrs: [192.0.2.128/25]
    ports: [443]
    purpose: The platform's copy of the public advisory feeds.
===== templates/jobs/tenant-backup.yaml
# Backs up the tenant's data every night; the same program restores and migrates.
apiVersion: spai/v1
kind: JobTemplate
metadata:
  name: tenant-backup
summary: Backup and migration.
category: infrastructure
run: scheduled
resourceTier: large
expectedRunTime:
  minimum: 1h
  maximum: 6h
schedule:
  cron: "0 23 * * *"
  timeZone: Europe/Stockholm
  concurrency: Forbid
  startingDeadline: 1h
  keepSucceeded: 7
  keepFailed: 7
  suspended: false

image:
  registry: main
  name: spai/tenant-backup
  tag: 3.0.6
  digest: sha256:3eb9e14c19c316327131d2ead3e57e1b28e6b04331ed017debf9adab972e48e3
  sbom: https://sboms.spai.example.com/3eb9e14c19c3.cdx.json
  scan:
    report: https://scans.spai.example.com/3eb9e14c19c3
    day: 2026-11-09
args: [backup, --stream] # straight to the store: needs no disk
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  backup-store:
    env:
      BACKUP_ENCRYPTION_KEY: encryption-key
      BACKUP_STORE_ID: access-id
      BACKUP_STORE_SECRET: access-secret

runtime:
  go: {}
priority: high # a missed backup is an incident

external:
  database:
    cidrs: [10.200.0.0/23] # both database networks
    ports: [5432]
    purpose: Managed PostgreSQL.
  backup-store:
    cidrs: [192.0.2.0/25]
    ports: [443]
    purpose: Object storage in another region.
===== templates/platform.yaml
# The platform: what the cluster has, and the names that tenants may use for it.
apiVersion: spai/v1
kind: Platform
metadata:
  name: spai
kubernetes: "1.36"
domain: spai.example.com
zones: [eu-north-1a, eu-north-1b, eu-north-1c]

# Images come from here or not at all.
registries:
  main:
    host: registry.spai.example.com
    pullSecret: registry-main
    signing: # the pipelines of our own repositories
      keyless:
        issuer: https://git.spai.example.com
        subjectPattern: ^https://git\.spai\.example\.com/.+//\.gitlab-ci\.yml@refs/tags/.+$
  mirror: # copies of public images, scanned before they are let in
    host: mirror.spai.example.com/public
    pullSecret: registry-mirror
    signing: # by whoever scans what is mirrored
      key:
        kms: awskms:///alias/image-mirror

# Everything is closed by default. These are the only parts of the cluster that tenants' pods ever meet.
network:
  dns:
    namespace: kube-system
    podLabels:
      k8s-app: kube-dns
  monitoring:
    namespace: monitoring
    podLabels:
      app.kubernetes.io/name: prometheus
  gateway:
    name: public
    namespace: gateway-system
    listener: https
    podLabels:
      gateway.networking.k8s.io/gateway-name: public
    ingressClass: nginx # used only where the Gateway API is not among the capabilities
    clusterIssuer: letsencrypt
  clusterRanges:
    - 10.64.0.0/14 # pods
    - 10.96.0.0/16 # services
    - 10.128.0.0/16 # nodes

storageClasses:
  standard:
    name: ssd-balanced
    default: true
    access: [ReadWriteOnce, ReadWriteOncePod]
    encrypted: true # by keys of the provider
  nvme: # local disks: the fastest, for stateful services
    name: nvme-local
    access: [ReadWriteOnce, ReadWriteOncePod]
    encrypted: true # by the node, with a key that goes with it
  shared: # one folder for many pods
    name: file-shared
    access: [ReadWriteMany, ReadOnlyMany, ReadWriteOnce]
    encrypted: true

priorityClasses:
  critical:
    value: 1000000
    summary: Services whose outage stops the business.
  high:
    value: 100000
    summary: Services with a promised availability.
  normal:
    value: 10000
    summary: Everything that names no other class.
  low:
    value: 1000
    preempts: false
    summary: Work that may wait for a free place.
  batch:
    value: 100
    preempts: false
    summary: Long jobs that fill what the others leave.

gpuClasses:
  a100: # training, whole or in slices
    resource: nvidia.com/gpu
    mig:
      1g.10gb: nvidia.com/mig-1g.10gb
      3g.40gb: nvidia.com/mig-3g.40gb
    deviceClass: gpu.nvidia.com # for claims by dynamic resource allocation
    nodeLabels:
      nvidia.com/gpu.product: NVIDIA-A100-SXM4-80GB
    taint: nvidia.com/gpu
    runtimeClass: nvidia
    sharedMemory: 8Gi
    topologyKey: nvidia.com/gpu.clique # nodes on one NVLink fabric
  l4: # inference
    resource: nvidia.com/gpu
    timeSlice: nvidia.com/gpu.shared # for trying things out
    nodeLabels:
      nvidia.com/gpu.product: NVIDIA-L4
    taint: nvidia.com/gpu
    runtimeClass: nvidia
    sharedMemory: 512Mi

# Secrets stay where they are; specs only ever refer to them.
secretStores:
  vault:
    vault:
      server: https://vault.spai.example.com:8200
      path: tenants
  aws:
    aws:
      region: eu-north-1

dataClasses:
  public:
    summary: Published anyway, such as a catalogue of songs.
  internal:
    summary: Of use to the tenant only.
  personal:
    summary: About a person who can be identified (GDPR, article 4).
  health:
    summary: About a person's health (HIPAA, GDPR article 9).
  payment:
    summary: Card numbers and what belongs to them (PCI DSS).
  financial:
    summary: Figures that go into published accounts (SOX).

# Operators that the cluster runs. Remove a line, and the output falls back to core Kubernetes.
capabilities:
  externalSecrets: external-secrets.io/v1
  gatewayAPI: gateway.networking.k8s.io/v1
  verticalPodAutoscaler: autoscaling.k8s.io/v1
  certManager: cert-manager.io/v1
  keda: keda.sh/v1alpha1 # streams and event jobs follow what waits for them
  kueue: kueue.x-k8s.io/v1beta2 # jobs wait until all their pods have room
  jobSet: jobset.x-k8s.io/v1alpha2 # distributed training starts and fails as one
  argoRollouts: argoproj.io/v1alpha1 # new versions are measured before everybody gets them
  prometheusOperator: monitoring.coreos.com/v1 # metrics are found, and alerts raised, by objects
  grafanaOperator: grafana.integreatly.org/v1beta1
  sigstorePolicyController: policy.sigstore.dev/v1beta1 # signatures of images are verified at admission

# Who watches over the tenants: see Docs/observability.md.
observability:
  labels: # the Prometheus that reads monitors and rules chooses them by this
    release: prometheus
  grafana:
    dashboards: grafana

# Where alerts go. Secrets of the channels stay where they are; each namespace of a tenant has a copy.
alerting:
  runbooks: https://runbooks.spai.example.com
  channels:
    on-call: # somebody has to get up
      severities: [critical]
      environments: [production]
      pagerDuty:
        routingKey:
          secret: alerting
          property: pagerduty-routing-key
    platform: # read in working hours
      environments: [staging, production]
      slack:
        channel: "#spai-alerts"
        url:
          secret: alerting
          property: slack-url
    owner: # the tenant's own people, by the contact of its owner
      severities: [critical]
      environments: [production]
      email:
        from: alerts@spai.example.com
        server: mail.spai.example.com:587
        user: alerts
        password:
          secret: alerting
          property: mail-password

# Nodes that are cheap because they may go at any time: for jobs that keep checkpoints.
spot:
  nodeLabels:
    node.spai.example.com/capacity: spot
  taint: node.spai.example.com/spot

# The clusters hold whatever is applied to tenants' namespaces to the rules that the compiler keeps.
admission:
  action: deny

# A scan says little about what became known since.
imageScans:
  maxAge: 90d

# What capacity costs: see Docs/cost.md.
prices:
  currency: EUR
  cpuHour: 0.0285
  memoryGiBHour: 0.0038
  storageGiBMonth:
    standard: 0.094
    nvme: 0.162
    shared: 0.31
  gpuHour:
    a100:
      whole: 2.95
      mig:
        1g.10gb: 0.46
        3g.40gb: 1.52
    l4:
      whole: 0.71
      timeSlice: 0.18

# How out/ reaches the clusters: see Docs/gitops.md.
delivery:
  kustomize: true # kubectl apply -k out/production/medisound
  argoCD:
    repository: https://git.spai.example.com/platform/tenants.git
    revision: main
    clusters: # as Argo CD knows them; one that is not named is the cluster of Argo CD itself
      development: spai-dev
      staging: spai-staging
      production: https://production.spai.example.com:6443

# Deleting more than this from a unit's output needs --allow-delete.
prune:
  maxPercent: 30
  minFiles: 10

# What options of the command line default to.
settings:
  strategy: rolling
  parallelJobs: 4
  priority: normal
  resourceTier: medium
===== templates/resource-tiers.yaml
# The sizes of jobs: limits of one pod, and the percentage of them that is reserved.
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: micro
summary: Lightweight tasks.
cpu: 100m
memory: 128Mi
requests:
  cpu: 25
  memory: 50
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: small
summary: Standard operations.
cpu: 250m
memory: 512Mi
requests:
  cpu: 50
  memory: 75
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: medium
summary: Business applications.
cpu: 500m
memory: 1Gi
requests:
  cpu: 50
  memory: 75
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: large
summary: Data processing.
cpu: 2000m
memory: 4Gi
requests:
  cpu: 75
  memory: 90
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: xlarge
summary: ML training.
cpu: 8000m
memory: 16Gi
requests:
  cpu: 90
  memory: 100
---
apiVersion: spai/v1
kind: ResourceTier
metadata:
  name: enterprise
summary: Enterprise workloads.
cpu: 16000m
memory: 32Gi
requests:
  cpu: 90
  memory: 100
===== templates/services/analytics.yaml
# The real-time analytics engine: each replica keeps its part of the data on a fast disk of its own.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: analytics
summary: Real-time analytics engine.
category: data
minimumTier: enterprise

image:
  registry: main
  name: spai/analytics
  tag: 3.4.1
  digest: sha256:570d8cd99c8e352148d707eb401df3ab1e1359430ad42ca0a67f5de34cef802a
  sbom: https://sboms.spai.example.com/570d8cd99c8e.cdx.json
  scan:
    report: https://scans.spai.example.com/570d8cd99c8e
    day: 2026-11-09

env:
  LOG_LEVEL: info
  DATA_DIR: /data
  NODE_NAME:
    field: metadata.name
config:
  mount: /etc/analytics
  files:
    engine.yaml: |
      window: 10s
      retention: 30d
      replication: 2
secrets:
  event-stream:
    env:
      STREAM_USER: username
      STREAM_PASSWORD: password

ports:
  http:
    port: 8080
    appProtocol: http
  metrics:
    port: 9090
  peer: # replicas of the engine among themselves
    port: 7000
volumes:
  data:
    mount: /data
    claim:
      size: 100Gi
      storageClass: nvme

runtime:
  jvm:
    heapPercent: 60 # the rest is for the page cache
    collector: Z

placement:
  hosts: required # two parts of the data never share a disk
termination:
  finish: 2m

calls:
  analytics:
    ports: [peer]
external:
  event-stream:
    cidrs: [10.200.8.0/24]
    ports: [9093]
    purpose: Managed event stream, by TLS.
metrics:
  port: metrics

replicas:
  minimum: 5 # no maximum: twice as many
rollout:
  deadline: 30m
stateful: true
===== templates/services/auth.yaml
# Sign-in: OAuth2, OpenID Connect and SAML.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: auth
summary: Sign-in by OAuth2, OIDC and SAML.
category: security

image:
  registry: main
  name: spai/auth
  tag: 5.2.7
  digest: sha256:80d1739985347cab3b1d3ed9ee39a8d7a249ce6d161af989a6083fb8aad6f3e7
  sbom: https://sboms.spai.example.com/80d173998534.cdx.json
  scan:
    report: https://scans.spai.example.com/80d173998534
    day: 2026-11-09

env:
  LOG_LEVEL: info
  SESSION_LIFETIME: 8h
config:
  mount: /etc/auth
  files:
    auth.yaml: |
      protocols: [oauth2, oidc, saml]
      refresh: rotate
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  signing:
    files:
      signing.pem: private-key
    mount: /etc/auth-keys

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090

runtime:
  go: {}

external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
metrics:
  port: metrics

replicas:
  minimum: 6 # no maximum: twice as many
expose:
  host: login
  port: http
===== templates/services/backend.yaml
# The main application backend: the API that apps and browsers talk to.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: backend
summary: Main application backend (Backend API).
category: core

image:
  registry: main
  name: spai/backend
  tag: 4.12.3
  digest: sha256:dc96bf7ecd3e1df1aad13e1752686976f9b191328b1a2b7829726625210c04f5
  sbom: https://sboms.spai.example.com/dc96bf7ecd3e.cdx.json
  scan:
    report: https://scans.spai.example.com/dc96bf7ecd3e
    day: 2026-11-09

env:
  LOG_LEVEL: info
  LOG_FORMAT: json
  POD_NAME:
    field: metadata.name
config:
  mount: /etc/backend
  files:
    application.yaml: |
      server:
        shutdown: graceful
      pagination:
        limit: 100
secrets: # <tenant>/<environment>/database in the tenant's store
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090
volumes:
  cache:
    mount: /var/cache/backend
    size: 256Mi

runtime:
  jvm:
    heapPercent: 70
    collector: G1
    options: ["-XX:+UseStringDeduplication", "-XX:+ExitOnOutOfMemoryError"]

calls:
  auth:
    ports: [http]
  ml-service:
    ports: [grpc]
    optional: true
  analytics:
    ports: [http]
    optional: true
  notification:
    ports: [http]
    optional: true
  billing:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
metrics:
  port: metrics

replicas:
  minimum: 3
  maximum: 6

probes:
  startup:
    failures: 36 # three minutes: a JVM warms up slowly on small tiers

# How a new version is measured where a tenant chooses canary or blueGreen; see Docs/releases.md.
rollout:
  analysis:
    server: http://prometheus.monitoring:9090
    checks:
      success-rate:
        query: >-
          sum(rate(http_requests_total{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*",code!~"5.."}[2m]))
          / sum(rate(http_requests_total{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*"}[2m]))
        atLeast: 0.995
      latency:
        query: >-
          histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="{{args.namespace}}",pod=~".*-{{args.hash}}-.*"}[2m])))
        atMost: 0.4
    failures: 2
expose:
  host: api
  port: http
===== templates/services/billing.yaml
# Payments. In the scope of PCI DSS: nothing reaches it but what is declared.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: billing
summary: Payment processing.
category: fintech
minimumTier: enterprise

image:
  registry: main
  name: spai/billing
  tag: 6.1.2
  digest: sha256:6effe283dc1be73c64c3a6760a7315f1dad81152e3308ba29992e9adcd7b0cbc
  sbom: https://sboms.spai.example.com/6effe283dc1b.cdx.json
  scan:
    report: https://scans.spai.example.com/6effe283dc1b
    day: 2026-11-09

env:
  LOG_LEVEL: info
  AUDIT_LOG: stdout
config:
  mount: /etc/billing
  files:
    billing.yaml: |
      idempotency: 24h
      cardData: tokenised
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password
  payment-provider:
    env:
      PAYMENT_API_KEY: api-key
      PAYMENT_WEBHOOK_SECRET: webhook-secret

ports:
  http:
    port: 8080
    appProtocol: http
  metrics:
    port: 9090

runtime:
  jvm:
    heapPercent: 70
    collector: G1
    options: ["-XX:+ExitOnOutOfMemoryError"]

termination:
  finish: 90s # never cut a payment in two

calls:
  auth:
    ports: [http]
  notification:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.1.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL for payments, a database for each tenant.
  payment-provider:
    cidrs: [203.0.113.0/26]
    ports: [443]
    purpose: Card payments.
metrics:
  port: metrics
  business: # recorded for each tenant, and shown on its dashboards
    payments_per_minute:
      query: sum(rate(payments_total{$workload,outcome="captured"}[5m])) * 60
      help: Payments captured in a minute
    payments_declined:
      query: sum(rate(payments_total{$workload,outcome="declined"}[15m])) / sum(rate(payments_total{$workload}[15m]))
      help: Share of payments that were declined

replicas:
  minimum: 3 # no maximum: twice as many
slo:
  availability: 99.95 # a lost payment is a lost customer
===== templates/services/ml-service.yaml
# Inference: answers with a trained model. Add 'gpu: {class: l4}' in the tenant to put each replica on a GPU.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: ml-service
summary: AI/ML inference.
category: ai-ml
minimumTier: premium

image:
  registry: main
  name: spai/ml-service
  tag: 2.8.0
  digest: sha256:42d1b35a33466b75661ad6833f3c1a394a41a8ccf737259e2ad8f4d358ea7dc1
  sbom: https://sboms.spai.example.com/42d1b35a3346.cdx.json
  scan:
    report: https://scans.spai.example.com/42d1b35a3346
    day: 2026-11-09

env:
  LOG_LEVEL: info
  MODEL_DIR: /models
config:
  mount: /etc/serving
  files:
    serving.yaml: |
      batching:
        size: 16
        timeout: 5ms
secrets:
  model-registry:
    env:
      MODEL_REGISTRY_TOKEN: token

ports:
  grpc:
    port: 50051
    appProtocol: grpc
  http: # spai:allow netpol-unreachable-port -- for tenants' own services, by an edge of theirs
    port: 8080
    appProtocol: http
  metrics:
    port: 9090
volumes:
  models: # downloaded at the start, gone with the pod
    mount: /models
    size: 8Gi
resources:
  ephemeralStorage: 10Gi

runtime:
  python: {} # as many threads as the cpu limit

calls:
  analytics:
    ports: [http]
    optional: true
external:
  model-registry:
    cidrs: [10.200.16.0/24]
    ports: [443]
    purpose: Trained models.
metrics:
  port: metrics
  business:
    inferences_per_second:
      query: sum(rate(inferences_total{$workload}[5m]))
      help: Answers of the model in a second

replicas:
  minimum: 3
  maximum: 5
probes:
  startup:
    failures: 120 # ten minutes: models are large
  readiness:
    http: null # asks by gRPC instead: a probe has exactly one way
    grpc:
      port: grpc

rollout:
  deadline: 20m # longer than the start of a pod
slo:
  latency:
    milliseconds: 500 # a model takes its time
===== templates/services/notification.yaml
# Push notifications in real time, over long connections.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: notification
summary: Real-time push notifications.
category: real-time
minimumTier: premium

image:
  registry: main
  name: spai/notification
  tag: 1.19.4
  digest: sha256:c18992d0bebf1aa7e9c2a7e6298d4316ed2b74201c705c7c34ea56911e4e652e
  sbom: https://sboms.spai.example.com/c18992d0bebf.cdx.json
  scan:
    report: https://scans.spai.example.com/c18992d0bebf
    day: 2026-11-09

env:
  LOG_LEVEL: info
  KEEPALIVE_SECONDS: "25"
secrets:
  mobile-push:
    files:
      apns.p8: apns
      fcm.json: fcm
    mount: /etc/push

ports:
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090

runtime:
  node:
    heapPercent: 70

termination:
  drain: 20s # clients reconnect elsewhere
  finish: 1m

calls:
  auth:
    ports: [http]
external:
  mobile-push:
    cidrs: [198.51.100.0/24]
    ports: [443]
    purpose: Push services of the makers of phones.
metrics:
  port: metrics

replicas:
  minimum: 4
autoscaling:
  metrics: # beside cpu and memory: what the users feel
    connections:
      source: pods
      metric: notification_open_connections
      average: 5000
expose:
  host: push
  port: http
===== templates/services/tenant-management.yaml
# Orchestration of a tenant's own customers: plans, seats and limits.
apiVersion: spai/v1
kind: ServiceTemplate
metadata:
  name: tenant-management
summary: Multi-tenant orchestration.
category: platform
minimumTier: enterprise

image:
  registry: main
  name: spai/tenant-management
  tag: 2.3.5
  digest: sha256:68e877a4deb60d9889a8fbc3f9587c6d5c7f48b8210ade633fd250c4057048b2
  sbom: https://sboms.spai.example.com/68e877a4deb6.cdx.json
  scan:
    report: https://scans.spai.example.com/68e877a4deb6
    day: 2026-11-09

env:
  LOG_LEVEL: info
secrets:
  database:
    env:
      DATABASE_URL: url
      DATABASE_USER: username
      DATABASE_PASSWORD: password

ports:
  grpc: # spai:allow netpol-unreachable-port -- for tenants' own services, by an edge of theirs
    port: 50051
    appProtocol: grpc
  http:
    port: 8080
    service: 80
    appProtocol: http
  metrics:
    port: 9090

runtime:
  go:
    memoryPercent: 85

calls:
  auth:
    ports: [http]
  billing:
    ports: [http]
    optional: true
  notification:
    ports: [http]
    optional: true
external:
  database:
    cidrs: [10.200.0.0/24]
    ports: [5432]
    purpose: Managed PostgreSQL, a schema for each tenant.
metrics:
  port: metrics

replicas:
  minimum: 5 # no maximum: twice as many
expose:
  host: console
  port: http
===== templates/tiers/enterprise.yaml
# Tier 'enterprise': every service and job, payments and health data, training on a GPU.
apiVersion: spai/v1
kind: Tier
metadata:
  name: enterprise
rank: 2
replicas: 5
resources:
  cpu: 4000m
  memory: 8Gi
  requests:
    cpu: 50
    memory: 80

quota:
  cpu: 360
  memory: 720Gi
  ephemeralStorage: 220Gi
  storage: 2600Gi
  gpus: 10
  pods: 92
  claims: 20
  objects: 120

queue:
  borrow: 50 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: high

limits:
  maxReplicas: 20
  maxCpu: 8000m
  maxMemory: 32Gi
  maxJobCpu: 16000m
  maxJobMemory: 64Gi
  maxGpus: 2
  maxClaim: 1Ti

locked:
  - security.addCapabilities
  - security.readOnlyRootFilesystem

# What its tenants may write as Kubernetes writes it.
rawKinds: [ConfigMap, autoscaling/HorizontalPodAutoscaler]
===== templates/tiers/enterprise_plus.yaml
# Tier 'enterprise_plus': ten large replicas, eight GPUs in a pod, first in the queue.
apiVersion: spai/v1
kind: Tier
metadata:
  name: enterprise_plus # enterprise-plus where Kubernetes needs a DNS-safe form
rank: 3
replicas: 10
resources:
  cpu: 16000m
  memory: 32Gi
  requests:
    cpu: 60
    memory: 90

quota:
  cpu: 1800
  memory: 3600Gi
  ephemeralStorage: 560Gi
  storage: 7Ti
  gpus: 36
  pods: 150
  claims: 40
  objects: 250

queue:
  borrow: 100 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: critical
    autoscaling:
      scaleUp:
        stabilization: 0s # add pods at once

limits:
  maxReplicas: 50
  maxCpu: 32000m
  maxMemory: 128Gi
  maxJobCpu: 64000m
  maxJobMemory: 256Gi
  maxGpus: 8
  maxClaim: 4Ti

locked:
  - security.addCapabilities

# What its tenants may write as Kubernetes writes it.
rawKinds: [ConfigMap, autoscaling/HorizontalPodAutoscaler]
===== templates/tiers/free.yaml
# Tier 'free': to try the platform. One small replica, no GPU, no promise.
apiVersion: spai/v1
kind: Tier
metadata:
  name: free
rank: 0
# spai:allow hpa-min-replicas -- the free tier has one replica, and no promise
replicas: 1
resources:
  cpu: 200m
  memory: 256Mi
  requests: # percent of the limits that is reserved
    cpu: 25
    memory: 50

# Room for backend, auth and two small jobs, with every replica and a rollout at the same time.
quota:
  cpu: 2
  memory: 3Gi
  ephemeralStorage: 12Gi
  storage: 5Gi
  gpus: 0
  pods: 10
  claims: 1
  objects: 30

defaults:
  services:
    priority: low
    autoscaling:
      vertical: "off"
  jobs:
    resourceTier: small # whatever a job template says
    priority: batch

limits:
  maxReplicas: 2
  maxCpu: 500m
  maxMemory: 1Gi
  maxJobCpu: 500m
  maxJobMemory: 1Gi
  maxGpus: 0
  maxClaim: 5Gi

# Tenants may not set these.
locked:
  - priority
  - placement
  - security
===== templates/tiers/premium.yaml
# Tier 'premium': three replicas, inference on a GPU, push notifications.
apiVersion: spai/v1
kind: Tier
metadata:
  name: premium
rank: 1
replicas: 3
resources:
  cpu: 1000m
  memory: 2Gi
  requests:
    cpu: 50
    memory: 75

quota:
  cpu: 54
  memory: 108Gi
  ephemeralStorage: 160Gi
  storage: 200Gi
  gpus: 8
  pods: 52
  claims: 6
  objects: 60

queue:
  borrow: 25 # percent of the quota, of what other tenants leave

defaults:
  services:
    priority: normal

limits:
  maxReplicas: 12
  maxCpu: 4000m
  maxMemory: 8Gi
  maxJobCpu: 4000m
  maxJobMemory: 8Gi
  maxGpus: 1
  maxClaim: 100Gi

locked:
  - priority
  - security
===== tenants/indie-label.yaml
# A small label on the free tier: about as little as a tenant can say.
apiVersion: spai/v1
kind: Tenant
metadata:
  name: indie-label
tier: free
owner:
  team: indie-label
  contact: hello@indie-label.example.com
environments:
  development: {}
  production: {}
dataClasses: [public, personal]
frameworks: [gdpr]
secretStore: vault
access:
  deployers: [indie-label]
budget:
  monthly: 25
  currency: EUR

services:
  backend:
    environments:
      development:
        rollout:
          # spai:allow rolling-update-strategy -- a pause is cheaper than a second pod
          strategy: recreate
  auth:
    env:
      SESSION_LIFETIME: 24h

jobs:
  tenant-backup: {}
  security-scan: {}
===== tenants/nordic-radio.yaml
# A radio station with a large audience in the morning: personal data, GDPR and ISO 27001.
apiVersion: spai/v1
kind: Tenant
metadata:
  name: nordic-radio
tier: premium
owner:
  team: nordic-radio-digital
  contact: digital@nordic-radio.example.com
environments:
  development:
    quota: # a cap on spending; the build checks that it is enough
      cpu: 25
      memory: 60Gi
      gpus: 0
  staging: {}
  production: {}
dataClasses: [public, personal]
frameworks: [gdpr, iso27001]
secretStore: vault
access:
  readers: [nordic-radio-editors]
  deployers: [nordic-radio-digital]
costCentre: nordic-radio
budget:
  monthly: 8500
  currency: EUR

defaults:
  services:
    env:
      REGION: nordic

services:
  auth: {}

  backend:
    external: # outside the cluster everything is closed but this
      playlist-feed:
        cidrs: [198.51.100.64/28]
        ports: [443]
        purpose: What is on air, from the studio.
    environments:
      production:
        rollout: # does the new start page keep listeners longer?
          strategy: abTest
          abTest:
            variant:
              tag: 4.13.0
              digest: sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
              sbom: https://sboms.spai.example.com/3f79bb7b435b.cdx.json
              scan:
                report: https://scans.spai.example.com/3f79bb7b435b
                day: 2026-11-12
            cookie: {name: start-page, value: new}
            until: 2027-01-31

  ml-service:
    gpu:
      class: l4
    environments:
      development:
        gpu: null # takes away what the lines above gave

  notification:
    autoscaling:
      metrics:
        connections: null # replaced by a metric of our own
        on-air-listeners:
          source: external
          metric: listeners
          selector:
            station: nordic-radio
          average: 20000
      scaleUp:
        stabilization: 0s # the audience arrives with the news at seven

jobs:
  data-etl:
    schedule:
      cron: "30 4 * * 1-5" # before the morning show
    environments:
      development:
        schedule:
          suspended: true
  tenant-backup: {}
  security-scan: {}
===== .gitattributes
# Reviewers read specs; the output folds.
out/** linguist-generated=true
===== .github/workflows/spai-gen.yaml
# Checks every pull request: out/ is what the specs say, lint, and what the change means.
name: spai-gen
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: write
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest # with 'spai-gen' on the PATH
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - run: spai-gen fmt --check
      - run: spai-gen build --check --report junit-ci=spai-gen.xml --report sarif=spai-gen.sarif
      - run: spai-gen lint --report github=annotations.txt
      - if: always()
        run: cat annotations.txt 2>/dev/null || true
      - if: github.event_name == 'pull_request'
        run: |
          spai-gen diff "origin/$GITHUB_BASE_REF" --format markdown > diff.md
          cat diff.md >> "$GITHUB_STEP_SUMMARY"
          gh pr comment "$PR" --body-file diff.md --edit-last || gh pr comment "$PR" --body-file diff.md
        env:
          GH_TOKEN: ${{ github.token }}
          PR: ${{ github.event.pull_request.number }}
      - if: always()
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: spai-gen.sarif
===== .gitlab-ci.yml
# Checks every merge request: out/ is what the specs say, lint, and what the change means.
spai-gen:
  stage: test
  variables:
    GIT_DEPTH: 0
  script: # the image has 'spai-gen' on its PATH
    - spai-gen fmt --check
    - spai-gen build --check --report junit-ci=spai-gen.xml --report gitlab=quality.json
    - spai-gen lint --fail-on warning
    - if [ -n "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}" ]; then spai-gen diff "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format markdown | tee diff.md; fi
  artifacts:
    when: always
    paths: [diff.md]
    reports:
      junit: spai-gen.xml
      codequality: quality.json
===== .pre-commit-config.yaml
# pre-commit install; 'spai-gen' has to be on the PATH.
repos:
  - repo: local
    hooks:
      - id: spai-gen-fmt
        name: format specs
        entry: spai-gen fmt --quiet
        language: system
        files: ^(templates|tenants)/.*\.ya?ml$
      - id: spai-gen-check
        name: out/ is what the specs say
        entry: spai-gen build --check
        language: system
        pass_filenames: false
        files: ^(templates|tenants|out)/
      - id: spai-gen-lint
        name: lint specs
        entry: spai-gen lint --fail-on warning
        language: system
        require_serial: true
        files: ^(templates|tenants)/.*\.ya?ml$
===== Makefile
# Names for what people do every day; each is one line over spai-gen, git or kubectl.
ENVIRONMENT ?= development
TENANT_ID ?=
SERVICE ?=
DEPLOYMENT_STRATEGY ?=
PRIORITY ?= normal
RESOURCE_TIER ?= medium
TEMPLATE ?= ml-training
BASE ?= HEAD
unit = out/$(ENVIRONMENT)/$(TENANT_ID)

.PHONY: help build watch fmt check ci diff lint security-scan compliance-check deploy deploy-dev deploy-staging deploy-production \
	scale health create-ml-job create-job jobs list backup restore clean-jobs confirm

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

build: ## compile templates/ and tenants/ to out/
	spai-gen build

watch: ## compile again whenever a spec changes
	spai-gen watch

fmt: ## write the specs in their canonical form
	spai-gen fmt

check: ## is out/ what the specs say?
	spai-gen build --check --verify

ci: ## what a merge request has to pass
	spai-gen fmt --check
	spai-gen build --check
	spai-gen lint --fail-on warning

diff: ## what does my change mean?
	spai-gen diff $(BASE)

lint: ## what will hurt in production?
	spai-gen lint

security-scan: ## lint under the strict profile, as SARIF too
	spai-gen lint --profile strict --report sarif=security.sarif

compliance-check: ## lint every rule, as JUnit too
	spai-gen lint --profile all --fail-on error --report junit=compliance.xml

confirm:
	@case "$(ENVIRONMENT)" in prod*) printf 'Apply to production? Write yes: '; read answer; [ "$$answer" = yes ];; esac

deploy: confirm ## apply one tenant: TENANT_ID=acme ENVIRONMENT=development [SERVICE=backend] [DEPLOYMENT_STRATEGY=canary]
	@test -n "$(TENANT_ID)" || { echo 'give TENANT_ID'; exit 64; }
	spai-gen build --env $(ENVIRONMENT) --tenant $(TENANT_ID) $(if $(SERVICE),--service $(SERVICE)) $(if $(DEPLOYMENT_STRATEGY),--strategy $(DEPLOYMENT_STRATEGY))
	kubectl apply --server-side -k $(unit)

deploy-dev: ## apply a tenant to development
	$(MAKE) deploy ENVIRONMENT=development

deploy-staging: ## apply a tenant to staging
	$(MAKE) deploy ENVIRONMENT=staging

deploy-production: ## apply a tenant to production, after a question
	$(MAKE) deploy ENVIRONMENT=production

health: ## how are the pods of a tenant?
	kubectl get pods -A -l spai.dev/tenant=$(TENANT_ID)

create-ml-job: TEMPLATE = ml-training
create-ml-job: create-job ## TENANT_ID=acme PRIORITY=high RESOURCE_TIER=xlarge

create-job: confirm ## a job by hand: TEMPLATE=data-etl TENANT_ID=acme
	spai-gen job render $(TEMPLATE) --tenant $(TENANT_ID) --env $(ENVIRONMENT) --priority $(PRIORITY) --resource-tier $(RESOURCE_TIER) | kubectl apply --server-side -f -

jobs: ## the jobs of a tenant, in the cluster
	kubectl get jobs,cronjobs -A -l spai.dev/tenant=$(TENANT_ID)

list: ## what the specs declare
	spai-gen list tenants

backup: ## keep the configuration as it is now, as a tag
	git tag backup-$$(date -u +%Y%m%dT%H%M%SZ)

restore: ## go back to a tag: TAG=backup-20260101T000000Z
	git restore --source $(TAG) -- templates tenants && spai-gen build

clean-jobs: confirm ## remove finished jobs of a tenant that were made by hand
	kubectl delete jobs -A -l spai.dev/tenant=$(TENANT_ID) --field-selector status.successful=1
===== README.md
# A platform repository

`templates/` says what may exist, and with which limits; the platform team writes it. `tenants/` says who wants what;
tenant teams write it. `spai-gen build` compiles both to complete Kubernetes YAML in `out/`, which a GitOps engine
applies. Nobody edits `out/`.

    spai-gen build                  # compile everything
    spai-gen watch                  # the same again whenever a spec changes
    spai-gen fmt                    # write specs in their canonical form
    spai-gen build --check          # in CI: is out/ what the specs say?
    spai-gen init --tenant acme --tier premium
    spai-gen explain replicas.minimum
    spai-gen explain out/production/indie-label/indie-label-prod/deployment.apps-backend.yaml:30

The first commit:

    git init && spai-gen build && git add . && pre-commit install && git commit -m "First"

Start with `templates/platform.yaml`: the domain, the registries and the operators of your cluster.
"""###
}
