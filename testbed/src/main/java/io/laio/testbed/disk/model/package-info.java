/**
 * When does a disk complete a request? Models of devices that know no clock, no thread and no kernel: they are told what
 * arrives and what time it is.
 */
@NullMarked
package io.laio.testbed.disk.model;

import org.jspecify.annotations.NullMarked;
