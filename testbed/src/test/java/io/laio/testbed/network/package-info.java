@NullMarked
package io.laio.testbed.network;

import org.jspecify.annotations.NullMarked;
