package jp.meguri.web.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.PublicPaths;
import jp.meguri.web.Revision;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What springdoc cannot know of our handlers: their own arguments are headers, a create
 * answers 201, and a record's component is there unless it is {@code @Nullable}.
 */
@TestConfiguration
public class ContractConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Revision.class, IdempotencyKey.class);
	}

	@Bean
	PublicPaths contractPath() {
		return PublicPaths.of("/v3/**");
	}

	@Bean
	OperationCustomizer meguriOperations() {
		return (operation, handler) -> {
			headersOf(handler).forEach(operation::addParametersItem);
			answersOf(operation, handler);
			return operation;
		};
	}

	@Bean
	ModelConverter requiredComponents() {
		return (type, context, chain) -> {
			Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
			Class<?> raw = rawClass(type.getType());
			if (schema != null && raw != null && raw.isRecord()) {
				String name = (schema.get$ref() != null) ? schema.get$ref().replaceAll(".*/", "") : "";
				Schema<?> defined = context.getDefinedModels().getOrDefault(name, schema);
				Arrays.stream(raw.getRecordComponents()).forEach((component) -> mark(defined, component));
			}
			return schema;
		};
	}

	private static @Nullable Class<?> rawClass(Object type) {
		if (type instanceof JavaType resolved) {
			return resolved.getRawClass();
		}
		return (type instanceof Class<?> plain) ? plain : null;
	}

	private static void mark(Schema<?> schema, RecordComponent component) {
		Schema<?> property = (schema.getProperties() != null) ? schema.getProperties().get(component.getName()) : null;
		if (property == null) {
			return;
		}
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		if (!nullable && (schema.getRequired() == null || !schema.getRequired().contains(component.getName()))) {
			schema.addRequiredItem(component.getName());
		}
		if (nullable && property.getTypes() != null) {
			property.addType("null");
		}
	}

	private static List<HeaderParameter> headersOf(HandlerMethod handler) {
		return Stream.of(handler.getMethodParameters())
			.map(MethodParameter::getParameterType)
			.map(ContractConfiguration::headerOf)
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable HeaderParameter headerOf(Class<?> argument) {
		if (argument == Revision.class) {
			return header("If-Match", "The revision that was read, with its quotes");
		}
		return (argument == IdempotencyKey.class)
				? header("Idempotency-Key", "The caller's own name for this create, at most 255 visible characters")
				: null;
	}

	private static HeaderParameter header(String name, String description) {
		HeaderParameter header = new HeaderParameter();
		header.name(name).required(true).description(description).schema(new StringSchema());
		return header;
	}

	private static void answersOf(Operation operation, HandlerMethod handler) {
		ApiResponses responses = operation.getResponses();
		boolean creates = Stream.of(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == IdempotencyKey.class);
		ApiResponse ok = responses.remove("200");
		if (ok != null) {
			good(handler, creates).forEach((status, description) -> responses.addApiResponse(status,
					new ApiResponse().description(description).content(contentOf(ok, handler))));
		}
		responses.addApiResponse("default",
				new ApiResponse().description("A problem (RFC 9457)")
					.content(new Content().addMediaType("application/problem+json",
							new MediaType().schema(new ObjectSchema()))));
	}

	/**
	 * Without a key of its own, a repeated create answers 200: what was asked for is
	 * there.
	 */
	private static Map<String, String> good(HandlerMethod handler, boolean creates) {
		if (creates) {
			return Map.of("201", "Created");
		}
		if (answers(handler, Void.class)) {
			return Map.of("204", "No content");
		}
		boolean maybeCreates = handler.hasMethodAnnotation(PostMapping.class) && answers(handler, Object.class);
		return maybeCreates ? new TreeMap<>(Map.of("200", "OK", "201", "Created")) : Map.of("200", "OK");
	}

	private static @Nullable Content contentOf(ApiResponse ok, HandlerMethod handler) {
		if (answers(handler, Void.class)) {
			return null;
		}
		return answers(handler, byte[].class)
				? new Content().addMediaType("*/*", new MediaType().schema(new BinarySchema())) : ok.getContent();
	}

	/** Whether it decides about status and headers itself, around a body of that type. */
	private static boolean answers(HandlerMethod handler, Class<?> body) {
		ResolvableType entity = ResolvableType.forMethodParameter(handler.getReturnType()).getGeneric(0);
		return entity.toClass() == ResponseEntity.class
				&& ResolvableType.forClass(body).isAssignableFrom(entity.getGeneric(0));
	}

}
