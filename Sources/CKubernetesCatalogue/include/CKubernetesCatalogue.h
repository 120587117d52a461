#ifndef CKUBERNETES_CATALOGUE_H
#define CKUBERNETES_CATALOGUE_H

#include <stddef.h>

/// The bytes of catalogue.bin, which live as long as the process; aligned for 32-bit words.
const unsigned char *_Nonnull kubernetes_catalogue_bytes(void);

/// How many they are.
size_t kubernetes_catalogue_size(void);

#endif
