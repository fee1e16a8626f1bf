/* PhantomJS 1.9.8 was built against OpenSSL 0.9.8, takes any libssl it finds, and crashes with a modern one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

void *dlopen(const char *name, int flags) {
  static void *(*next)(const char *, int);
  if (!next) next = dlsym(RTLD_NEXT, "dlopen");
  if (name && (strstr(name, "libssl") || strstr(name, "libcrypto"))) return NULL;
  return next(name, flags);
}
