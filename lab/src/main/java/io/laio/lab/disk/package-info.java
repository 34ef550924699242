/** What emulated disks do beside what their models say: the same reads of the device, by fio, and of the model, in simulated time. */
@NullMarked
package io.laio.lab.disk;

import org.jspecify.annotations.NullMarked;
