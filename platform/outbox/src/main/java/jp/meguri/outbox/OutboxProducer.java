package jp.meguri.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;

/**
 * The producer. It never gives a record up by itself: one that expired while the next got
 * through would turn an aggregate's order around.
 */
final class OutboxProducer implements DisposableBean {

	private final Producer<String, byte[]> producer;

	OutboxProducer(Map<String, Object> settings) {
		this.producer = new KafkaProducer<>(withOurs(settings), new StringSerializer(), new ByteArraySerializer());
	}

	private static Map<String, Object> withOurs(Map<String, Object> settings) {
		Map<String, Object> all = new HashMap<>(settings);
		all.put(ProducerConfig.ACKS_CONFIG, "all");
		all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		all.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
		all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
		all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
		return all;
	}

	/** Hands a record to the producer; a refusal on the spot is a failed future, too. */
	Future<RecordMetadata> send(String topic, String key, Map<String, String> headers, byte[] value) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
		headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		try {
			return this.producer.send(message);
		}
		catch (InterruptException ex) {
			throw ex;
		}
		catch (KafkaException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public void destroy() {
		this.producer.close(Duration.ofSeconds(3));
	}

}
