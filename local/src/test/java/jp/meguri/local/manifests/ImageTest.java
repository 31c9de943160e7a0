package jp.meguri.local.manifests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import jp.meguri.local.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The images that profile {@code images} builds are the ones the manifests run. They are
 * not built here: a base image cannot be fetched.
 */
class ImageTest {

	private static final String PROFILE = "/project/profiles/profile[id='images']/build/plugins/plugin";

	private static final String CONTAINER = PROFILE + "[artifactId='jib-maven-plugin']/configuration/container";

	private final Document root = pom(Path.of("..", "pom.xml"));

	@ParameterizedTest
	@EnumSource
	void everyService_isBuilt_underTheNameTheManifestsAskFor(Service service) {
		assertThat(value(pom(Path.of("..", service.module(), "pom.xml")), "/project/properties/image.skip"))
			.isEqualTo("false");
		String name = value(this.root, PROFILE + "[artifactId='jib-maven-plugin']/configuration/to/image")
			.replace("${project.artifactId}", service.module())
			.replace("${image.version}", value(this.root, "/project/properties/image.version"));
		assertThat(containers(service)).hasSize(2)
			.allSatisfy((container) -> assertThat(container.value("image")).isEqualTo(name));
	}

	@Test
	void version_isTheProjects() {
		assertThat(value(this.root, "/project/version"))
			.isEqualTo(value(this.root, "/project/properties/image.version") + "-SNAPSHOT");
	}

	@ParameterizedTest
	@EnumSource
	void image_runsAsTheManifestsRunIt(Service service) {
		Manifest pod = pod(service);
		Manifest security = pod.at("securityContext");
		assertThat(value(this.root, CONTAINER + "/user"))
			.isEqualTo(security.value("runAsUser") + ":" + security.value("runAsGroup"))
			.doesNotStartWith("0");
		Manifest container = pod.all("containers").findFirst().orElseThrow();
		assertThat(values(this.root, CONTAINER + "/ports/port")).containsExactlyElementsOf(
				container.all("ports").map((port) -> port.value("containerPort").toString()).toList());
		assertThat(environment(container, "JAVA_TOOL_OPTIONS"))
			.isEqualTo(value(this.root, CONTAINER + "/environment/JAVA_TOOL_OPTIONS"));
		assertThat(environment(container, "SPRING_PROFILES_ACTIVE"))
			.isEqualTo(value(this.root, CONTAINER + "/environment/SPRING_PROFILES_ACTIVE"));
	}

	@Test
	void whatIsInAnImage_isListed() {
		assertThat(value(this.root, PROFILE + "[artifactId='cyclonedx-maven-plugin']/configuration/skip"))
			.isEqualTo("${image.skip}");
	}

	private static Object environment(Manifest container, String name) {
		return container.all("env")
			.filter((variable) -> name.equals(variable.value("name")))
			.findFirst()
			.orElseThrow()
			.value("value");
	}

	private static List<Manifest> containers(Service service) {
		Manifest pod = pod(service);
		return Stream.concat(pod.all("initContainers"), pod.all("containers")).toList();
	}

	private static Manifest pod(Service service) {
		return Kustomization.rendered("base")
			.stream()
			.filter((document) -> document.kind().equals("Deployment") && document.name().equals(service.module()))
			.findFirst()
			.orElseThrow()
			.pod();
	}

	private static String value(Document document, String path) {
		List<String> found = values(document, path);
		assertThat(found).as(path).hasSize(1);
		return found.get(0);
	}

	private static List<String> values(Document document, String path) {
		try {
			XPathNodes nodes = XPathFactory.newInstance()
				.newXPath()
				.evaluateExpression(path, document, XPathNodes.class);
			return StreamSupport.stream(nodes.spliterator(), false).map(Node::getTextContent).toList();
		}
		catch (XPathExpressionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Document pom(Path file) {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
