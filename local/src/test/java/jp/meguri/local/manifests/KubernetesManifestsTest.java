package jp.meguri.local.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.meguri.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The manifests are whole, ask for what the services read, and keep to the restricted
 * profile of the Pod Security Standards. They are rendered and parsed: no cluster is at
 * hand.
 */
class KubernetesManifestsTest {

	private static final List<String> MODULES = Arrays.stream(Service.values()).map(Service::module).toList();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/small", "overlays/large" })
	void everyDocument_isWhatKubernetesKnows(String directory) throws IOException {
		for (Manifest document : Kustomization.rendered(directory)) {
			JsonElement json = JsonParser.parseString(JSON.writeValueAsString(document.values()));
			switch (document.kind()) {
				case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
				case "Deployment" -> V1Deployment.validateJsonElement(json);
				case "HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(json);
				case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
				case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
				case "Service" -> V1Service.validateJsonElement(json);
				case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(json);
				default -> throw new IllegalStateException(document.kind());
			}
		}
	}

	@Test
	void anUnknownField_isNoticed() {
		JsonElement json = JsonParser.parseString("{'metadata': {'name': 'x'}, 'spoc': {}}");
		assertThatThrownBy(() -> V1Deployment.validateJsonElement(json)).hasMessageContaining("spoc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Deployment", "Service", "ServiceAccount", "PodDisruptionBudget" })
	void everyService_hasOne(String kind) {
		assertThat(named("base", kind)).containsExactlyInAnyOrderElementsOf(MODULES);
	}

	@Test
	void smallCity_hasOneReplica_largeOneScalesByLoad() {
		assertThat(deployments("overlays/small")).allSatisfy(
				(deployment) -> assertThat(deployment.at("spec").value("replicas")).as(deployment.name()).isEqualTo(1));
		assertThat(deployments("overlays/large"))
			.allSatisfy((deployment) -> assertThat(deployment.at("spec").has("replicas")).isFalse());
		assertThat(named("overlays/large", "HorizontalPodAutoscaler")).containsExactlyInAnyOrderElementsOf(MODULES);
	}

	@ParameterizedTest
	@MethodSource("pods")
	void pod_isRestricted(Manifest deployment) {
		Manifest pod = deployment.pod();
		assertThat(pod.value("automountServiceAccountToken")).isEqualTo(false);
		assertThat(pod.value("serviceAccountName")).isEqualTo(deployment.name());
		assertThat(pod.at("securityContext").value("runAsNonRoot")).isEqualTo(true);
		assertThat(pod.at("securityContext", "seccompProfile").value("type")).isEqualTo("RuntimeDefault");
		assertThat(pod.values().keySet().stream().map(Object::toString)).doesNotContain("hostNetwork", "hostPID",
				"hostIPC");
		assertThat(pod.all("volumes")).allSatisfy((volume) -> assertThat(volume.has("emptyDir")).isTrue());
		assertThat((int) pod.value("terminationGracePeriodSeconds")).isLessThanOrEqualTo(30);
	}

	@ParameterizedTest
	@MethodSource("containers")
	void container_isRestrictedAndLimited(Manifest container) {
		Manifest security = container.at("securityContext");
		assertThat(security.value("allowPrivilegeEscalation")).isEqualTo(false);
		assertThat(security.value("readOnlyRootFilesystem")).isEqualTo(true);
		assertThat(security.value("runAsNonRoot")).isEqualTo(true);
		assertThat(security.at("capabilities").texts("drop")).containsExactly("ALL");
		assertThat(security.at("capabilities").has("add")).isFalse();
		assertThat(container.at("resources", "limits").value("memory")).isNotNull();
		assertThat(container.at("resources", "requests").value("cpu")).isNotNull();
		assertThat(container.value("image").toString()).matches("meguri/[a-z-]+:[0-9.]+");
	}

	@ParameterizedTest
	@MethodSource("services")
	void service_isProbedAtItsManagementPort(Manifest container) {
		for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
			assertThat(container.at(probe, "httpGet").value("port")).as(probe).isEqualTo("management");
		}
		assertThat(container.at("livenessProbe", "httpGet").value("path")).isEqualTo("/actuator/health/liveness");
		assertThat(container.at("readinessProbe", "httpGet").value("path")).isEqualTo("/actuator/health/readiness");
	}

	@ParameterizedTest
	@MethodSource("services")
	void service_knowsNoMigratorsPassword(Manifest container) {
		assertThat(variables(container)).noneMatch((variable) -> variable.contains("MIGRATOR"));
	}

	@ParameterizedTest
	@EnumSource
	void everyVariable_isReadByTheService(Service service) throws IOException {
		KnownSettings known = KnownSettings.of(service);
		Manifest pod = deployments("base").filter((deployment) -> deployment.name().equals(service.module()))
			.findFirst()
			.orElseThrow()
			.pod();
		List<String> given = Stream.concat(pod.all("initContainers"), pod.all("containers"))
			.flatMap((container) -> Stream.concat(variables(container).stream(), fromMaps(container)))
			.toList();
		assertThat(given).hasSizeGreaterThan(15).allSatisfy((variable) -> assertThat(known.knows(variable)).isTrue());
		assertThat(known.knows("MEGURI_DATABASE_PUBLICREADER_USERNAME")).isFalse();
	}

	@Test
	void everyKeyAskedFor_isThere() throws IOException {
		String readme = Files.readString(Kustomization.DIRECTORY.resolve("README.md"));
		Set<String> asked = new HashSet<>();
		containers().flatMap((container) -> container.all("env"))
			.filter((variable) -> variable.has("valueFrom"))
			.map((variable) -> variable.at("valueFrom"))
			.forEach((from) -> {
				if (from.has("configMapKeyRef")) {
					Manifest ref = from.at("configMapKeyRef");
					assertThat(configMap(ref.value("name").toString()).has(ref.value("key").toString()))
						.as(ref.toString())
						.isTrue();
					asked.add(ref.value("key").toString());
				}
				else {
					Manifest ref = from.at("secretKeyRef");
					assertThat(readme).contains("`" + ref.value("name") + "`", "`" + ref.value("key") + "`");
				}
			});
		assertThat(asked).containsExactlyInAnyOrderElementsOf(
				configMap("meguri").values().keySet().stream().map(Object::toString).toList());
	}

	@Test
	void everythingIsRefused_thatIsNotInTheCallGraph() {
		List<Manifest> policies = Kustomization.rendered("base")
			.stream()
			.filter((document) -> document.kind().equals("NetworkPolicy"))
			.toList();
		Manifest refusal = policies.stream()
			.filter((policy) -> policy.name().equals("default-deny"))
			.findFirst()
			.orElseThrow()
			.at("spec");
		assertThat(refusal.texts("policyTypes")).containsExactlyInAnyOrder("Ingress", "Egress");
		assertThat(refusal.has("ingress") || refusal.has("egress")).isFalse();
		assertThat(reachable(policies)).containsExactlyInAnyOrderElementsOf(
				MODULES.stream().filter((module) -> !module.equals("gateway")).toList());
	}

	/** What the gateway may call, and what lets it in. */
	private static List<String> reachable(List<Manifest> policies) {
		Manifest out = policies.stream()
			.filter((policy) -> policy.name().equals("gateway-to-services"))
			.findFirst()
			.orElseThrow();
		return out.at("spec")
			.all("egress")
			.flatMap((rule) -> rule.all("to"))
			.map((peer) -> peer.at("podSelector", "matchLabels").value("app.kubernetes.io/name").toString())
			.filter((service) -> policies.stream()
				.filter((policy) -> policy.name().equals(service + "-from-gateway"))
				.anyMatch((policy) -> policy.at("spec", "podSelector", "matchLabels")
					.value("app.kubernetes.io/name")
					.equals(service)))
			.toList();
	}

	static Stream<Manifest> pods() {
		return Stream.of("base", "overlays/small", "overlays/large").flatMap(KubernetesManifestsTest::deployments);
	}

	static Stream<Manifest> containers() {
		return pods().map(Manifest::pod)
			.flatMap((pod) -> Stream.concat(pod.all("initContainers"), pod.all("containers")));
	}

	static Stream<Manifest> services() {
		return pods().map(Manifest::pod).flatMap((pod) -> pod.all("containers"));
	}

	private static Stream<Manifest> deployments(String directory) {
		return Kustomization.rendered(directory).stream().filter((document) -> document.kind().equals("Deployment"));
	}

	private static List<String> named(String directory, String kind) {
		return Kustomization.rendered(directory)
			.stream()
			.filter((document) -> document.kind().equals(kind))
			.map(Manifest::name)
			.toList();
	}

	private static List<String> variables(Manifest container) {
		return container.all("env").map((variable) -> variable.value("name").toString()).toList();
	}

	private static Stream<String> fromMaps(Manifest container) {
		return container.all("envFrom")
			.filter((from) -> from.has("configMapRef"))
			.map((from) -> configMap(from.at("configMapRef").value("name").toString()))
			.flatMap((map) -> map.values().keySet().stream().map(Object::toString));
	}

	private static Manifest configMap(String name) {
		return Kustomization.rendered("base")
			.stream()
			.filter((document) -> document.kind().equals("ConfigMap") && document.name().equals(name))
			.findFirst()
			.orElseThrow()
			.at("data");
	}

}
