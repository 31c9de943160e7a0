package jp.meguri.goals;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.test.MeguriIT;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.PublicPaths;
import jp.meguri.web.Revision;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of goals-service is the file in {@code docs/openapi}. To accept a change,
 * run with {@code -Dmeguri.contracts=write} and look at the difference.
 */
@MeguriIT
@TestPropertySource(properties = { "springdoc.api-docs.enabled=true", "springdoc.paths-to-match=/api/**" })
@Import(ContractIT.Contract.class)
class ContractIT {

	private static final Path FILE = Path.of("..", "docs", "openapi", "goals.json");

	@LocalServerPort
	private int port;

	@Test
	void contract_isTheOneInTheDocs() throws IOException {
		String actual = contract();
		if ("write".equals(System.getProperty("meguri.contracts"))) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, actual, StandardCharsets.UTF_8);
		}
		assertThat(FILE).content(StandardCharsets.UTF_8).isEqualTo(actual);
	}

	private String contract() {
		byte[] body = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
			.build()
			.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonMapper json = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.build();
		Map<?, ?> contract = json.readValue(body, Map.class);
		contract.remove("servers");
		return json.writeValueAsString(contract) + "\n";
	}

	@TestConfiguration
	static class Contract {

		static {
			SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Revision.class, IdempotencyKey.class);
		}

		@Bean
		PublicPaths contractPath() {
			return PublicPaths.of("/v3/**");
		}

		@Bean
		OpenAPI description() {
			return new OpenAPI().info(new Info().title("Meguri goals").version("1"));
		}

		@Bean
		OperationCustomizer headers() {
			return (operation, handler) -> {
				headersOf(handler).forEach(operation::addParametersItem);
				return operation;
			};
		}

		private static List<HeaderParameter> headersOf(HandlerMethod handler) {
			return Stream.of(handler.getMethodParameters())
				.map(MethodParameter::getParameterType)
				.flatMap(Contract::headerOf)
				.toList();
		}

		private static Stream<HeaderParameter> headerOf(Class<?> argument) {
			if (argument == Revision.class) {
				return Stream.of(header("If-Match", "The revision that was read, e.g. \"3\" with its quotes"));
			}
			return (argument == IdempotencyKey.class)
					? Stream.of(header("Idempotency-Key", "The caller's own name for this create")) : Stream.empty();
		}

		private static HeaderParameter header(String name, String description) {
			HeaderParameter header = new HeaderParameter();
			header.name(name).required(true).description(description).schema(new StringSchema());
			return header;
		}

	}

}
