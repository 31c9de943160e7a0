package jp.meguri.evaluation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.List;
import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.PublicPaths;
import jp.meguri.web.Revision;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * How the handlers are written into the contract; in tests only.
 */
@TestConfiguration(proxyBeanMethods = false)
class ContractDescription {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Revision.class, IdempotencyKey.class);
	}

	@Bean
	PublicPaths contractPath() {
		return PublicPaths.of("/v3/**");
	}

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("Meguri evaluation").version("1"));
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
			.flatMap(ContractDescription::headerOf)
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
