package jp.meguri.local.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.meguri.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests are what the restricted profile of the Pod Security Standards asks for.
 * They are parsed only: no cluster is at hand.
 */
class KubernetesManifestsTest {

	private static final Path DIRECTORY = Path.of("..", "k8s");

	@Test
	void everyService_hasADeploymentAndAService() throws IOException {
		var modules = Arrays.stream(Service.values()).map(Service::module).toList();

		assertThat(named("Deployment")).containsExactlyInAnyOrderElementsOf(modules);
		assertThat(named("Service")).containsExactlyInAnyOrderElementsOf(modules);
	}

	@Test
	void kustomization_namesEveryFile() throws IOException {
		var kustomization = Node.of(new Yaml().load(Files.readString(DIRECTORY.resolve("kustomization.yaml"))));

		try (Stream<Path> files = Files.list(DIRECTORY)) {
			assertThat(kustomization.texts("resources"))
				.containsExactlyInAnyOrderElementsOf(files.map((file) -> file.getFileName().toString())
					.filter((name) -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
					.toList());
		}
	}

	@ParameterizedTest
	@MethodSource("pods")
	void pod_isRestricted(String name, Node pod) {
		assertThat(pod.value("automountServiceAccountToken")).isEqualTo(false);
		assertThat(pod.at("securityContext").value("runAsNonRoot")).isEqualTo(true);
		assertThat(pod.at("securityContext").at("seccompProfile").value("type")).isEqualTo("RuntimeDefault");
		assertThat(pod.value("hostNetwork")).isNull();
	}

	@ParameterizedTest
	@MethodSource("containers")
	void container_isRestrictedAndLimited(String name, Node container) {
		var security = container.at("securityContext");
		assertThat(security.value("allowPrivilegeEscalation")).isEqualTo(false);
		assertThat(security.value("readOnlyRootFilesystem")).isEqualTo(true);
		assertThat(security.at("capabilities").texts("drop")).containsExactly("ALL");
		assertThat(container.at("resources").at("limits").value("memory")).isNotNull();
		assertThat(container.at("resources").at("requests").value("cpu")).isNotNull();
		assertThat(container.value("image").toString()).matches(".+:[0-9].*");
	}

	@ParameterizedTest
	@MethodSource("services")
	void service_isProbedAtItsManagementPort(String name, Node container) {
		for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
			assertThat(container.at(probe).at("httpGet").value("port")).as(probe).isEqualTo("management");
		}
		assertThat(container.at("readinessProbe").at("httpGet").value("path")).isEqualTo("/actuator/health/readiness");
	}

	@ParameterizedTest
	@MethodSource("services")
	void service_knowsNoMigratorsPassword(String name, Node container) {
		assertThat(container.all("env").map((variable) -> variable.value("name").toString()))
			.noneMatch((variable) -> variable.contains("MIGRATOR"));
	}

	static Stream<Object[]> pods() throws IOException {
		return deployments().map((deployment) -> new Object[] { deployment.name(), pod(deployment) });
	}

	static Stream<Object[]> containers() throws IOException {
		return deployments().flatMap(
				(deployment) -> Stream.concat(pod(deployment).all("initContainers"), pod(deployment).all("containers"))
					.map((container) -> new Object[] { deployment.name() + "/" + container.value("name"), container }));
	}

	static Stream<Object[]> services() throws IOException {
		return deployments().flatMap((deployment) -> pod(deployment).all("containers")
			.map((container) -> new Object[] { deployment.name(), container }));
	}

	private static Node pod(Node deployment) {
		return deployment.at("spec").at("template").at("spec");
	}

	private static Stream<Node> deployments() throws IOException {
		return documents().filter((document) -> document.value("kind").equals("Deployment"));
	}

	private static List<String> named(String kind) throws IOException {
		return documents().filter((document) -> document.value("kind").equals(kind)).map(Node::name).toList();
	}

	private static Stream<Node> documents() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.filter((file) -> file.toString().endsWith(".yaml"))
				.filter((file) -> !file.endsWith("kustomization.yaml"))
				.flatMap(KubernetesManifestsTest::parse)
				.toList()
				.stream();
		}
	}

	private static Stream<Node> parse(Path file) {
		try {
			var documents = new Yaml().loadAll(Files.readString(file));
			return StreamSupport.stream(documents.spliterator(), false).map(Node::of);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Node(Map<?, ?> values) {

		static Node of(Object value) {
			return new Node((Map<?, ?>) value);
		}

		Node at(String key) {
			assertThat(this.values.get(key)).as(key).isInstanceOf(Map.class);
			return of(this.values.get(key));
		}

		Object value(String key) {
			return this.values.get(key);
		}

		Stream<Node> all(String key) {
			return (this.values.get(key) instanceof List<?> list) ? list.stream().map(Node::of) : Stream.empty();
		}

		List<String> texts(String key) {
			return ((List<?>) this.values.get(key)).stream().map(Object::toString).toList();
		}

		String name() {
			return at("metadata").value("name").toString();
		}

		@Override
		public String toString() {
			return String.valueOf(this.values.get("name"));
		}

	}

}
