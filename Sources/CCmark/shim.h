// cmark-gfm for Swift: the parser, its tree, and the extensions that GitHub's dialect adds.
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
