package jp.meguri.events.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads events. Readers ignore fields they do not know.
 */
public final class EventSerde {

	private final JsonMapper json = JsonMapper.builder().build();

	public WireEvent encode(EventEnvelope<?> event) {
		EventType type = EventType.of(event.data());
		Map<String, String> headers = new HashMap<>();
		headers.put("content-type", "application/json");
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", event.id().toString());
		headers.put("ce_type", type.toString());
		headers.put("ce_source", "urn:meguri:" + type.service());
		headers.put("ce_subject", event.aggregateId().toString());
		headers.put("ce_time", event.time().toString());
		headers.put("ce_municipality", event.municipality().toString());
		headers.put("ce_aggregatetype", event.aggregateType());
		headers.put("ce_aggregateversion", Long.toString(event.aggregateVersion()));
		headers.put("ce_partitionkey", event.partitionKey().toString());
		headers.put("ce_mode", event.mode().name());
		// Header values are ASCII (CloudEvents Kafka binding 3.2.3).
		headers.put("ce_actorname", URLEncoder.encode(event.actor().name(), StandardCharsets.UTF_8));
		putIfPresent(headers, "ce_actor", event.actor().person());
		putIfPresent(headers, "ce_correlation", event.correlation());
		String data = this.json.writerFor(EventType.familyOf(event.data().getClass())).writeValueAsString(event.data());
		return new WireEvent(headers, event.partitionKey().toString(), data);
	}

	/** The type of a record, without reading its data. */
	public EventType typeOf(WireEvent event) {
		return EventType.parse(required(event, "ce_type"));
	}

	public <T extends DomainEvent> EventEnvelope<T> decode(WireEvent event, Class<T> family) {
		try {
			return new EventEnvelope<>(UUID.fromString(required(event, "ce_id")),
					UUID.fromString(required(event, "ce_municipality")), required(event, "ce_aggregatetype"),
					UUID.fromString(required(event, "ce_subject")),
					Long.parseLong(required(event, "ce_aggregateversion")),
					UUID.fromString(required(event, "ce_partitionkey")), Instant.parse(required(event, "ce_time")),
					CycleMode.valueOf(required(event, "ce_mode")), actor(event), event.headers().get("ce_correlation"),
					data(event, family));
		}
		catch (UndecodableEventException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new UndecodableEventException("Not a whole event: " + ex.getClass().getSimpleName(), ex);
		}
	}

	private <T extends DomainEvent> T data(WireEvent event, Class<T> family) {
		T data = this.json.readerFor(family).readValue(event.json());
		if (data == null) {
			throw new UndecodableEventException("No data", null);
		}
		return data;
	}

	private static EventActor actor(WireEvent event) {
		String person = event.headers().get("ce_actor");
		return new EventActor((person != null) ? UUID.fromString(person) : null,
				URLDecoder.decode(required(event, "ce_actorname"), StandardCharsets.UTF_8));
	}

	private static String required(WireEvent event, String header) {
		String value = event.headers().get(header);
		if (value == null) {
			throw new UndecodableEventException("Header " + header + " is missing", null);
		}
		return value;
	}

	private static void putIfPresent(Map<String, String> headers, String name, @Nullable Object value) {
		if (value != null) {
			headers.put(name, value.toString());
		}
	}

}
