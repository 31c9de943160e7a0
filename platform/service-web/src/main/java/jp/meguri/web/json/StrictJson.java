package jp.meguri.web.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The mapper of request and answer bodies. Not a bean of type {@code JsonMapper}: events
 * are read leniently, requests are not.
 */
public final class StrictJson {

	private static final int DEPTH = 100;

	private static final int NUMBER_LENGTH = 100;

	private static final int NAME_LENGTH = 200;

	private static final long TOKENS = 500_000;

	private final JsonMapper mapper = JsonMapper.builder(factory())
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.withCoercionConfig(LogicalType.Enum,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
		.changeDefaultNullHandling((nulls) -> nulls.withContentNulls(Nulls.FAIL))
		.addModule(strictValues())
		.build();

	public JsonMapper mapper() {
		return this.mapper;
	}

	private static JsonFactory factory() {
		return JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEPTH)
				.maxNumberLength(NUMBER_LENGTH)
				.maxNameLength(NAME_LENGTH)
				.maxTokenCount(TOKENS)
				.build())
			.build();
	}

	private static SimpleModule strictValues() {
		return new SimpleModule("meguri").addDeserializer(String.class, new TextDeserializer())
			.addDeserializer(UUID.class, new StrictDeserializer<>(UUID.class, StrictValues::uuid))
			.addDeserializer(LocalDate.class, new StrictDeserializer<>(LocalDate.class, StrictValues::date))
			.addDeserializer(Instant.class, new StrictDeserializer<>(Instant.class, StrictValues::instant));
	}

}
