/** Documents: from a request's path to an open file, and from a file's range to bytes that can be sent. */
@NullMarked
package io.laio.http.document;

import org.jspecify.annotations.NullMarked;
