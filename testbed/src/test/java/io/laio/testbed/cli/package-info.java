@NullMarked
package io.laio.testbed.cli;

import org.jspecify.annotations.NullMarked;
