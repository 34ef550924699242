package io.laio.testbed.disk.model.catalogue;

import io.laio.testbed.disk.model.ModelSpec;
import io.laio.testbed.disk.model.harddisk.BufferSpec;
import io.laio.testbed.disk.model.harddisk.HardDiskSpec;
import io.laio.testbed.disk.model.harddisk.PlatterSpec;
import io.laio.testbed.disk.model.harddisk.SeekSpec;
import io.laio.testbed.disk.model.harddisk.ServiceOrder;
import io.laio.testbed.disk.model.parallel.CloudVolumeSpec;
import io.laio.testbed.disk.model.parallel.ConstantSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a specification of a file and overrides; the specifications check their values, this names where they stand. */
final class SpecReader {
    private SpecReader() {}

    static DiskSpec read(String name, Path file, Map<String, String> overrides) throws DiskSpecException {
        SpecFile parts = SpecFile.read(file);
        Map<String, Parameter> parameters = new LinkedHashMap<>(parts.parameters());
        overrides.forEach((field, value) ->
                parameters.put(field, new Parameter(value, "U", "given by the user", name + ": " + field)));
        SpecFields fields = new SpecFields(file.toString(), parameters);
        try {
            DiskSpec spec =
                    new DiskSpec(name, parts.title(), settings(fields), model(file, parts.kind(), fields), parameters);
            fields.requireNothingElse();
            return spec;
        } catch (IllegalArgumentException e) {
            throw new DiskSpecException(placed(fields, String.valueOf(e.getMessage())), e);
        }
    }

    /** A specification's complaint begins with the field. */
    private static String placed(SpecFields fields, String message) {
        int colon = Math.max(0, message.indexOf(':'));
        String where = fields.whereIs(message.substring(0, colon));
        return where.endsWith(": " + message.substring(0, colon))
                ? where + message.substring(colon)
                : where + ": " + message;
    }

    private static DeviceSettings settings(SpecFields fields) throws DiskSpecException {
        return new DeviceSettings(
                fields.whole("readAheadKilobytes"),
                fields.whole("maxRequestBytes"),
                fields.yesOrNo("rotational"),
                fields.whole("queueDepth"));
    }

    private static ModelSpec model(Path file, String kind, SpecFields fields) throws DiskSpecException {
        return switch (kind) {
            case "hard-disk" -> hardDisk(fields);
            case "cloud-volume" -> cloudVolume(fields);
            case "constant" -> new ConstantSpec(fields.whole("latencyMicros"), fields.whole("writeLatencyMicros"));
            default ->
                throw new DiskSpecException(
                        file + ": kind: \"" + kind + "\" is none of hard-disk, cloud-volume, constant");
        };
    }

    private static HardDiskSpec hardDisk(SpecFields fields) throws DiskSpecException {
        return new HardDiskSpec(
                platter(fields),
                seek(fields),
                buffer(fields),
                fields.oneOf("order", ServiceOrder.values()),
                fields.whole("overtakenAtMost"),
                fields.number("imageStrokeShare"));
    }

    private static PlatterSpec platter(SpecFields fields) throws DiskSpecException {
        return new PlatterSpec(
                fields.whole("rpm"),
                fields.whole("heads"),
                fields.whole("cylinders"),
                fields.whole("zones"),
                fields.whole("outerSectorsPerTrack"),
                fields.whole("innerSectorsPerTrack"),
                fields.number("headSwitchMillis"),
                fields.number("cylinderSwitchMillis"));
    }

    private static SeekSpec seek(SpecFields fields) throws DiskSpecException {
        return new SeekSpec(
                fields.number("trackToTrackSeekMillis"),
                fields.number("averageSeekMillis"),
                fields.number("fullStrokeSeekMillis"),
                fields.number("seekKneeShare"),
                fields.number("writeSettleMillis"));
    }

    private static BufferSpec buffer(SpecFields fields) throws DiskSpecException {
        return new BufferSpec(
                fields.number("missOverheadMillis"),
                fields.number("hitOverheadMillis"),
                fields.number("interfaceMegabytesPerSecond"),
                fields.whole("readSegments"),
                fields.whole("readSegmentKilobytes"),
                fields.whole("writeCacheKilobytes"),
                fields.number("idleBeforeWriteBackMillis"));
    }

    private static CloudVolumeSpec cloudVolume(SpecFields fields) throws DiskSpecException {
        return new CloudVolumeSpec(
                fields.whole("leastLatencyMicros"),
                fields.whole("medianLatencyMicros"),
                fields.number("latencySigma"),
                fields.whole("operationsPerSecond"),
                fields.whole("mebibytesPerSecond"),
                fields.whole("operationKibibytes"),
                fields.whole("burstMillis"));
    }
}
