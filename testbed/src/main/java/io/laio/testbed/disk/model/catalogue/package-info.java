/** Device models as data: files in config/disks, read, checked and made into models. */
@NullMarked
package io.laio.testbed.disk.model.catalogue;

import org.jspecify.annotations.NullMarked;
