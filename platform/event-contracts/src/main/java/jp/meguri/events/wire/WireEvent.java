package jp.meguri.events.wire;

import java.util.Map;

/**
 * An event as it lies in a Kafka record or an outbox row.
 *
 * @param headers the record's headers, {@code ce_*}
 * @param key the record's key
 * @param json the record's value
 */
public record WireEvent(Map<String, String> headers, String key, String json) {

	public WireEvent {
		headers = Map.copyOf(headers);
	}

}
