package jp.meguri.local.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A directory of manifests as {@code kubectl kustomize} renders it.
 */
final class Kustomization {

	static final Path DIRECTORY = Path.of("..", "k8s");

	private static final ConcurrentMap<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

	private Kustomization() {
	}

	/** Skips the calling test where there is no kubectl. */
	static List<Manifest> rendered(String directory) {
		return RENDERED.computeIfAbsent(directory, Kustomization::render);
	}

	private static List<Manifest> render(String directory) {
		try {
			Process kubectl = new ProcessBuilder("kubectl", "kustomize", DIRECTORY.resolve(directory).toString())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(kubectl.waitFor()).as("kubectl kustomize " + directory).isZero();
			List<Manifest> manifests = new ArrayList<>();
			new Yaml().loadAll(yaml).forEach((document) -> manifests.add(Manifest.of(document)));
			return manifests;
		}
		catch (IOException ex) {
			return abort("There is no kubectl here: the manifests were not rendered");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException(ex));
		}
	}

}
