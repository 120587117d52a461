#include "CKubernetesCatalogue.h"

static const _Alignas(8) unsigned char catalogue[] = {
#embed "catalogue.bin"
};

const unsigned char *kubernetes_catalogue_bytes(void) {
  return catalogue;
}

size_t kubernetes_catalogue_size(void) {
  return sizeof catalogue;
}
