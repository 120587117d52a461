// Written by Scripts/sample; do not edit.

#include "CStarter.h"

static const unsigned char file_1[] = {
#embed "../../templates/environments/development.yaml"
};

static const unsigned char file_2[] = {
#embed "../../templates/environments/production.yaml"
};

static const unsigned char file_3[] = {
#embed "../../templates/environments/staging.yaml"
};

static const unsigned char file_4[] = {
#embed "../../templates/frameworks/cis-kubernetes.yaml"
};

static const unsigned char file_5[] = {
#embed "../../templates/frameworks/gdpr.yaml"
};

static const unsigned char file_6[] = {
#embed "../../templates/frameworks/hipaa.yaml"
};

static const unsigned char file_7[] = {
#embed "../../templates/frameworks/iso-27001.yaml"
};

static const unsigned char file_8[] = {
#embed "../../templates/frameworks/nsa-cisa.yaml"
};

static const unsigned char file_9[] = {
#embed "../../templates/frameworks/pci-dss.yaml"
};

static const unsigned char file_10[] = {
#embed "../../templates/frameworks/pod-security-standards.yaml"
};

static const unsigned char file_11[] = {
#embed "../../templates/frameworks/sox.yaml"
};

static const unsigned char file_12[] = {
#embed "../../templates/jobs/billing-reports.yaml"
};

static const unsigned char file_13[] = {
#embed "../../templates/jobs/data-etl.yaml"
};

static const unsigned char file_14[] = {
#embed "../../templates/jobs/ml-training.yaml"
};

static const unsigned char file_15[] = {
#embed "../../templates/jobs/security-scan.yaml"
};

static const unsigned char file_16[] = {
#embed "../../templates/jobs/tenant-backup.yaml"
};

static const unsigned char file_17[] = {
#embed "../../templates/platform.yaml"
};

static const unsigned char file_18[] = {
#embed "../../templates/resource-tiers.yaml"
};

static const unsigned char file_19[] = {
#embed "../../templates/services/analytics.yaml"
};

static const unsigned char file_20[] = {
#embed "../../templates/services/auth.yaml"
};

static const unsigned char file_21[] = {
#embed "../../templates/services/backend.yaml"
};

static const unsigned char file_22[] = {
#embed "../../templates/services/billing.yaml"
};

static const unsigned char file_23[] = {
#embed "../../templates/services/ml-service.yaml"
};

static const unsigned char file_24[] = {
#embed "../../templates/services/notification.yaml"
};

static const unsigned char file_25[] = {
#embed "../../templates/services/tenant-management.yaml"
};

static const unsigned char file_26[] = {
#embed "../../templates/tiers/enterprise.yaml"
};

static const unsigned char file_27[] = {
#embed "../../templates/tiers/enterprise_plus.yaml"
};

static const unsigned char file_28[] = {
#embed "../../templates/tiers/free.yaml"
};

static const unsigned char file_29[] = {
#embed "../../templates/tiers/premium.yaml"
};

static const unsigned char file_30[] = {
#embed "../../tenants/indie-label.yaml"
};

static const unsigned char file_31[] = {
#embed "../../tenants/nordic-radio.yaml"
};

static const unsigned char file_32[] = {
#embed "../../Scripts/starter/.gitattributes"
};

static const unsigned char file_33[] = {
#embed "../../Scripts/starter/.github/workflows/spai-gen.yaml"
};

static const unsigned char file_34[] = {
#embed "../../Scripts/starter/.gitlab-ci.yml"
};

static const unsigned char file_35[] = {
#embed "../../Scripts/starter/.pre-commit-config.yaml"
};

static const unsigned char file_36[] = {
#embed "../../Scripts/starter/Makefile"
};

static const unsigned char file_37[] = {
#embed "../../Scripts/starter/README.md"
};

static const struct starter_file files[] = {
  {"templates/environments/development.yaml", file_1, sizeof file_1},
  {"templates/environments/production.yaml", file_2, sizeof file_2},
  {"templates/environments/staging.yaml", file_3, sizeof file_3},
  {"templates/frameworks/cis-kubernetes.yaml", file_4, sizeof file_4},
  {"templates/frameworks/gdpr.yaml", file_5, sizeof file_5},
  {"templates/frameworks/hipaa.yaml", file_6, sizeof file_6},
  {"templates/frameworks/iso-27001.yaml", file_7, sizeof file_7},
  {"templates/frameworks/nsa-cisa.yaml", file_8, sizeof file_8},
  {"templates/frameworks/pci-dss.yaml", file_9, sizeof file_9},
  {"templates/frameworks/pod-security-standards.yaml", file_10, sizeof file_10},
  {"templates/frameworks/sox.yaml", file_11, sizeof file_11},
  {"templates/jobs/billing-reports.yaml", file_12, sizeof file_12},
  {"templates/jobs/data-etl.yaml", file_13, sizeof file_13},
  {"templates/jobs/ml-training.yaml", file_14, sizeof file_14},
  {"templates/jobs/security-scan.yaml", file_15, sizeof file_15},
  {"templates/jobs/tenant-backup.yaml", file_16, sizeof file_16},
  {"templates/platform.yaml", file_17, sizeof file_17},
  {"templates/resource-tiers.yaml", file_18, sizeof file_18},
  {"templates/services/analytics.yaml", file_19, sizeof file_19},
  {"templates/services/auth.yaml", file_20, sizeof file_20},
  {"templates/services/backend.yaml", file_21, sizeof file_21},
  {"templates/services/billing.yaml", file_22, sizeof file_22},
  {"templates/services/ml-service.yaml", file_23, sizeof file_23},
  {"templates/services/notification.yaml", file_24, sizeof file_24},
  {"templates/services/tenant-management.yaml", file_25, sizeof file_25},
  {"templates/tiers/enterprise.yaml", file_26, sizeof file_26},
  {"templates/tiers/enterprise_plus.yaml", file_27, sizeof file_27},
  {"templates/tiers/free.yaml", file_28, sizeof file_28},
  {"templates/tiers/premium.yaml", file_29, sizeof file_29},
  {"tenants/indie-label.yaml", file_30, sizeof file_30},
  {"tenants/nordic-radio.yaml", file_31, sizeof file_31},
  {".gitattributes", file_32, sizeof file_32},
  {".github/workflows/spai-gen.yaml", file_33, sizeof file_33},
  {".gitlab-ci.yml", file_34, sizeof file_34},
  {".pre-commit-config.yaml", file_35, sizeof file_35},
  {"Makefile", file_36, sizeof file_36},
  {"README.md", file_37, sizeof file_37},
};

size_t starter_file_count(void) {
  return sizeof files / sizeof *files;
}

struct starter_file starter_file_at(size_t index) {
  return files[index];
}
