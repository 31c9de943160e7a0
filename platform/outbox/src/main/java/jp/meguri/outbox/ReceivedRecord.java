package jp.meguri.outbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.events.wire.WireEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record and where it came from. A record without key or value is one with empty ones.
 */
record ReceivedRecord(String topic, int partition, long offset, WireEvent event, byte[] value) {

	static ReceivedRecord of(ConsumerRecord<String, byte[]> message) {
		Map<String, String> headers = new HashMap<>();
		message.headers().forEach((header) -> headers.put(header.key(), text(header.value())));
		byte[] value = Objects.requireNonNullElse(message.value(), new byte[0]);
		WireEvent event = new WireEvent(headers, Objects.requireNonNullElse(message.key(), ""), text(value));
		return new ReceivedRecord(message.topic(), message.partition(), message.offset(), event, value);
	}

	@Nullable UUID uuid(String header) {
		String text = this.event.headers().get(header);
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Nullable Long number(String header) {
		String text = this.event.headers().get(header);
		return (text != null && text.matches("\\d{1,18}")) ? Long.valueOf(text) : null;
	}

	private static String text(byte @Nullable [] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
	}

	@Override
	public String toString() {
		return this.topic + "-" + this.partition + "@" + this.offset;
	}

}
