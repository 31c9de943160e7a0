package jp.meguri.web.things;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.meguri.test.MeguriIT;
import jp.meguri.web.Correlation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says of a request that fails, as the profile {@code structured} writes it.
 */
@MeguriIT
class LogLineIT {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	@LocalServerPort
	private int port;

	@BeforeEach
	void listen() throws SQLException {
		ThingClient.fillDirectory();
		this.lines.start();
		this.root.addAppender(this.lines);
	}

	@AfterEach
	void stopListening() {
		this.root.detachAppender(this.lines);
	}

	@Test
	void failure_isToldByIdsAndKinds_notByWords() throws IOException {
		String correlation = UUID.randomUUID().toString();
		new ThingClient(this.port).as("sato", HttpMethod.GET, "/api/things/broken?title=%E4%BD%90%E8%97%A4%20%E8%8A%B1")
			.header(Correlation.HEADER, correlation)
			.header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-00")
			.exchange();
		new ThingClient(this.port).as("sato", HttpMethod.GET, "/api/things/broken")
			.header(Correlation.HEADER, correlation)
			.header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-00")
			.exchange()
			.expectStatus()
			.isEqualTo(500);
		StructuredLogEncoder encoder = structured();
		List<String> written = List.copyOf(this.lines.list).stream().map(encoder::encode).map(LogLineIT::text).toList();
		assertThat(written).allSatisfy((line) -> assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue())
			.noneMatch((line) -> line.contains("secret") || line.contains("佐藤") || line.contains("Bearer"));
		List<JsonNode> failures = written.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((line) -> correlation.equals(line.at("/correlation").asString()))
			.toList();
		assertThat(failures).singleElement().satisfies((line) -> {
			assertThat(line.at("/traceId").asString()).isEqualTo(TRACE);
			assertThat(line.at("/spanId").asString()).matches("[0-9a-f]{16}");
			assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
			assertThat(line.at("/message").asString()).isEqualTo("GET /api/things/broken failed");
			assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
			assertThat(line.at("/error/message").isMissingNode()).isTrue();
			assertThat(line.at("/error/stack_trace").asString()).contains("java.lang.IllegalStateException", "broken(");
		});
	}

	private static String text(byte[] line) {
		return new String(line, StandardCharsets.UTF_8);
	}

	/** The encoder with the settings of the profile. */
	private static StructuredLogEncoder structured() throws IOException {
		PropertySource<?> profile = new YamlPropertySourceLoader()
			.load("defaults", new ClassPathResource("meguri-defaults.yml"))
			.stream()
			.filter((document) -> "structured".equals(document.getProperty("spring.config.activate.on-profile")))
			.findFirst()
			.orElseThrow();
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(profile);
		LoggerContext context = new LoggerContext();
		context.putObject(Environment.class.getName(), environment);
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
		encoder.start();
		return encoder;
	}

}
