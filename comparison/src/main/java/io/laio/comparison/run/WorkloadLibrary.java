package io.laio.comparison.run;

import io.laio.comparison.plan.ByteSize;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.testbed.disk.DiskContents;
import io.laio.workload.documents.DocumentRoot;
import io.laio.workload.synth.Synthesizer;
import io.laio.workload.synth.WorkloadModel;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TracePrefix;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes workloads ready: synthesises the trace of a model, or takes a trace file, and fills a document root. What is there
 * already, from an earlier comparison, is used again.
 *
 * @param home laio's directory, whose {@code config/workloads} holds the models
 * @param data laio's data directory, which holds the traces
 * @param documents where document roots are made: a directory on the disk to be measured
 * @param narrator is told how it is getting on
 */
public record WorkloadLibrary(Path home, Path data, Path documents, Narrator narrator) {
    private static final double WHOLE = 1;
    private static final int OWN_FILES = 8; // of a document root: its manifest, the directories above it
    private static final int DIGEST_CHARACTERS = 12;

    /**
     * Makes a workload ready.
     *
     * @param name name of a model, or a trace file
     * @param plan says scale, seed and number of requests
     * @param warmUp documents to have in the document root as well
     * @return the workload
     * @throws PlanException if there is neither a model nor a trace of that name
     * @throws IOException if the trace is damaged, or the disk is full or cannot be written
     */
    public Workload prepare(String name, Plan plan, WarmUpSet warmUp) throws PlanException, IOException {
        boolean synthesised = isModel(name);
        Path trace = trace(name, plan);
        narrator.status(name + ": reading the trace");
        try (TraceReader reader = TraceReader.open(trace)) {
            TraceHeader header = reader.header();
            List<Document> documents = new ArrayList<>(reader.documents());
            documents.addAll(warmUp.documents());
            Path root = documentRoot(
                    synthesised ? name + "-" + scaleWord(plan) + "-" + plan.seed() : importedName(name, header));
            DocumentRoot.create(documents, root, DocumentRoot.Trust.MANIFEST, progress(name));
            TracePrefix prefix = TracePrefix.read(trace, plan.limits().requests());
            return new Workload(
                    header.name(),
                    trace,
                    header,
                    prefix,
                    root,
                    synthesised ? plan.scale().factor() : WHOLE);
        }
    }

    private boolean isModel(String name) {
        return !name.contains("/") && Files.isRegularFile(model(name));
    }

    private Path model(String name) {
        return home.resolve("config/workloads").resolve(name + ".json");
    }

    private Path trace(String name, Plan plan) throws PlanException, IOException {
        return isModel(name) ? synthesise(name, model(name), plan) : existing(name);
    }

    /**
     * What a disk has to hold for a plan: the documents of its workloads and of the warm-up, and their directories.
     *
     * @param plan names the workloads
     * @return bytes and files
     * @throws PlanException if there is neither a model nor a trace of a name
     * @throws IOException if a trace is damaged, or the disk is full or cannot be written
     */
    public DiskContents contents(Plan plan) throws PlanException, IOException {
        DiskContents contents = DiskContents.NONE;
        for (String name : plan.cross().workloads()) {
            try (TraceReader reader = TraceReader.open(trace(name, plan))) {
                contents = contents.plus(contents(reader.documents())).plus(contents(new WarmUpSet().documents()));
            }
        }
        return contents;
    }

    private static DiskContents contents(List<Document> documents) {
        Set<String> directories = new HashSet<>();
        long bytes = 0;
        for (Document document : documents) {
            bytes += document.sizeBytes();
            String path = document.path();
            for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
                directories.add(path.substring(0, end));
            }
        }
        return new DiskContents(bytes, documents.size() + directories.size() + OWN_FILES);
    }

    /** As part of a file name: {@code 1/16} would be a directory. */
    private static String scaleWord(Plan plan) {
        return plan.scale().text().replace('/', '-');
    }

    private static Path existing(String name) throws PlanException {
        Path trace = Path.of(name);
        if (!Files.isRegularFile(trace)) {
            throw new PlanException(
                    "no workload \"" + name + "\": neither a model of config/workloads nor a trace file; "
                            + "bin/laio workload import makes a trace of an access log");
        }
        return trace.toAbsolutePath();
    }

    private Path synthesise(String name, Path model, Plan plan) throws IOException {
        Path traces = Files.createDirectories(data.resolve("traces"));
        String file = name + "-" + scaleWord(plan) + "-" + plan.limits().requests() + "-" + plan.seed() + ".trace";
        Path trace = traces.resolve(file);
        if (!Files.isRegularFile(trace)) {
            narrator.status(name + ": making the trace");
            Synthesizer.synthesize(
                    WorkloadModel.read(model),
                    plan.scale().factor(),
                    plan.limits().requests(),
                    plan.seed(),
                    trace);
        }
        return trace;
    }

    /** Named after its content too: two logs may both be called access.trace. */
    private static String importedName(String name, TraceHeader header) {
        return Path.of(name).getFileName() + "-" + header.sha256().substring(0, DIGEST_CHARACTERS);
    }

    private Path documentRoot(String directory) throws IOException {
        return Files.createDirectories(documents.resolve("documents").resolve(directory));
    }

    private DocumentRoot.Progress progress(String name) {
        return (written, total) -> narrator.status(
                name + ": writing documents, " + ByteSize.describe(written) + " of " + ByteSize.describe(total));
    }
}
