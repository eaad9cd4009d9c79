package io.tidemark.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tidemark.model.BadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A model in ONNX's format, opened. It may be asked from several threads at once.
 *
 * <p>A model computes on the thread that asks: the tasks keep the cores busy.
 */
public final class OnnxModel {
    /** The key of a model's metadata under which the names of its features are looked for. */
    public static final String FEATURE_NAMES = "feature_names";

    private static final Map<String, OnnxModel> OPEN = new ConcurrentHashMap<>();

    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxModel(byte[] file) {
        try {
            environment = OnnxEnvironment.open();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                session = environment.createSession(file, options);
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The model of a file. It is opened once in a process, which then keeps it.
     *
     * @param id what tells the file from others, such as a hash of its bytes
     * @throws IllegalArgumentException if it holds no model
     */
    public static OnnxModel of(String id, Supplier<byte[]> file) {
        return OPEN.computeIfAbsent(id, any -> new OnnxModel(file.get()));
    }

    /** The inputs that no applicant fits. */
    public List<String> unusableInputs() {
        return nodes().stream()
                .filter(node -> OnnxInput.of(node).isEmpty())
                .map(node -> node.getName() + " (" + node.getInfo() + ")")
                .toList();
    }

    private List<NodeInfo> nodes() {
        return List.copyOf(asked(session::getInputInfo).values());
    }

    private List<OnnxInput> inputs() {
        return nodes().stream().flatMap(node -> OnnxInput.of(node).stream()).toList();
    }

    /** The inputs as the user may read them. */
    public String shownInputs() {
        return String.join(", ", inputs().stream().map(OnnxInput::shown).toList());
    }

    /** The names of the features as its metadata has them, in whatever form. */
    public Optional<String> noteOfFeatures() {
        return asked(() -> session.getMetadata().getCustomMetadataValue(FEATURE_NAMES));
    }

    /** The names of its inputs, where each takes a single column. */
    public Optional<List<String>> inputNames() {
        return inputs().stream().allMatch(input -> input.width() == 1)
                ? Optional.of(inputs().stream().map(OnnxInput::name).toList())
                : Optional.empty();
    }

    /** How many columns it takes; empty where it leaves that open. */
    public Optional<Integer> width() {
        return inputs().stream().anyMatch(input -> input.width() == 0)
                ? Optional.empty()
                : Optional.of(inputs().stream().mapToInt(OnnxInput::width).sum());
    }

    /** What it takes from each of so many columns; a model that leaves open how many has one input. */
    public List<Taken> taken(int columns) {
        List<Taken> taken = new ArrayList<>();
        for (OnnxInput input : inputsFor(columns)) {
            for (int i = 0; i < input.width(); i++) {
                taken.add(input.taken());
            }
        }
        return taken;
    }

    List<OnnxInput> inputsFor(int columns) {
        int named = inputs().stream().mapToInt(OnnxInput::width).sum();
        return inputs().stream()
                .map(input -> input.width() == 0 ? input.withWidth(columns - named) : input)
                .toList();
    }

    /** What is wrong with its score, if anything is; what the model does not take is no sign of it. */
    public Optional<String> complaint(int columns, BadOutcome bad) {
        Object[] nobody = new Object[columns];
        List<Taken> taken = taken(columns);
        for (int i = 0; i < columns; i++) {
            nobody[i] = switch (taken.get(i)) {
                case NUMBERS, SHORT_NUMBERS -> 0.0;
                case WHOLE_NUMBERS, SHORT_WHOLE_NUMBERS -> 0L;
                case FLAGS -> false;
                case TEXTS -> "";
            };
        }
        try (OnnxScorer scorer = new OnnxScorer(this, columns, bad)) {
            scorer.score(nobody);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if there is none, or no telling which */
    String probabilities() {
        return OnnxOutput.choose(asked(session::getOutputInfo).values());
    }

    OrtEnvironment environment() {
        return environment;
    }

    OrtSession.Result run(Map<String, OnnxTensor> inputs, String output) throws OrtException {
        return session.run(Map.<String, OnnxTensorLike>copyOf(inputs), Set.of(output));
    }

    private interface Question<T> {
        T ask() throws OrtException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not say what it knows of a model", e);
        }
    }
}
