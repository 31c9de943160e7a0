package jp.meguri.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.ImportEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event has a JSON sample; what is written today must be readable tomorrow.
 */
class EventSamplesTest {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final List<Class<? extends DomainEvent>> FAMILIES = List.of(CatalogEvent.class, GoalEvent.class,
			ImportEvent.class, ReportEvent.class, ReleaseEvent.class, ImportAnswer.class);

	static Stream<Class<?>> events() {
		return FAMILIES.stream().flatMap((family) -> Arrays.stream(family.getPermittedSubclasses()));
	}

	@ParameterizedTest
	@MethodSource("events")
	void sample_isReadAndWrittenWithoutLoss(Class<?> event) throws IOException {
		JsonNode sample = sampleOf(event);
		Object read = JSON.treeToValue(sample, familyOf(event));
		assertThat(read).isInstanceOf(event);
		assertThat(JSON.valueToTree(read).toPrettyString()).isEqualTo(sample.toPrettyString());
	}

	@ParameterizedTest
	@MethodSource("events")
	void unknownFields_areIgnored(Class<?> event) throws IOException {
		ObjectNode sample = (ObjectNode) sampleOf(event);
		sample.put("fieldOfALaterVersion", "x");
		assertThat(JSON.treeToValue(sample, familyOf(event))).isInstanceOf(event);
	}

	@ParameterizedTest
	@MethodSource("events")
	void sampleHasNoEmptyParts(Class<?> event) throws IOException {
		assertThat(sampleOf(event).toString()).doesNotContain(":null", ":[]", ":\"\"");
	}

	private static Class<?> familyOf(Class<?> event) {
		return FAMILIES.stream().filter((family) -> family.isAssignableFrom(event)).findFirst().orElseThrow();
	}

	private static JsonNode sampleOf(Class<?> event) throws IOException {
		String file = "/samples/%s.%s.json".formatted(familyOf(event).getSimpleName(), event.getSimpleName());
		try (InputStream in = EventSamplesTest.class.getResourceAsStream(file)) {
			assertThat(in).as("a sample %s", file).isNotNull();
			return JSON.readTree(in);
		}
	}

}
