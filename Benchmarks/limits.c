/* The limits that a build is measured against: libyaml's own parse of the inputs, and a plain write of the outputs.
   Usage: limits parse FOLDER | limits write FOLDER TARGET; prints seconds: of the processor for the parse, which does
   nothing else, of the clock for the write. */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

struct file { char *path; unsigned char *bytes; size_t size; };
static struct file *files;
static size_t count;
static size_t prefix;

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static int load(const char *path, const struct stat *status, int type, struct FTW *ftw) {
  (void)ftw;
  if (type != FTW_F) return 0;
  files = realloc(files, (count + 1) * sizeof *files);
  struct file *file = &files[count++];
  file->path = strdup(path);
  file->size = status->st_size;
  file->bytes = malloc(file->size + 1);
  int descriptor = open(path, O_RDONLY);
  if (descriptor < 0 || read(descriptor, file->bytes, file->size) != (ssize_t)file->size) exit(2);
  close(descriptor);
  return 0;
}

static void parse(void) {
  for (size_t i = 0; i < count; i++) {
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, files[i].bytes, files[i].size);
    for (int done = 0; !done;) {
      if (!yaml_parser_parse(&parser, &event)) exit(2);
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
  }
}

static void plain_write(const char *target) {
  char path[4096];
  for (size_t i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s%s", target, files[i].path + prefix);
    for (char *slash = path + strlen(target) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
      *slash = 0;
      mkdir(path, 0777);
    }
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (descriptor < 0 || write(descriptor, files[i].bytes, files[i].size) != (ssize_t)files[i].size) exit(2);
    close(descriptor);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) return 64;
  prefix = strlen(argv[2]);
  nftw(argv[2], load, 64, FTW_PHYS);
  clockid_t clock = argc == 4 ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID;
  double start = now(clock);
  if (!strcmp(argv[1], "parse")) parse();
  else if (argc == 4) { mkdir(argv[3], 0777); plain_write(argv[3]); }
  printf("%f\n", now(clock) - start);
}
