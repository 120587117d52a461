#ifndef CSTARTER_H
#define CSTARTER_H

#include <stddef.h>

/// A file of a new repository; path and bytes live as long as the process.
struct starter_file {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t size;
};

/// How many files there are.
size_t starter_file_count(void);

/// One of them, in the order of the list.
struct starter_file starter_file_at(size_t index);

#endif
