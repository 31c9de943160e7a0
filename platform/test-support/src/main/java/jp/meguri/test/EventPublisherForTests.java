package jp.meguri.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.events.wire.WireEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The other services, as far as a test needs them: puts events on topics and reads what
 * lies there.
 */
public final class EventPublisherForTests implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final EventSerde serde = new EventSerde();

	private final Map<String, Object> settings;

	private final KafkaProducer<String, byte[]> producer;

	public EventPublisherForTests() {
		EmbeddedPlatform.get().broker().start();
		this.settings = Map.of("bootstrap.servers", EmbeddedPlatform.get().broker().bootstrapServers());
		createTopics();
		this.producer = new KafkaProducer<>(this.settings, new StringSerializer(), new ByteArraySerializer());
	}

	public void publish(EventEnvelope<?> event, String topic) {
		WireEvent wire = this.serde.encode(event);
		publish(topic, wire.key(), wire.headers(), wire.json().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * As {@link #publish(EventEnvelope, String)}, with the trace of the click that caused
	 * it.
	 */
	public void publish(EventEnvelope<?> event, String topic, String traceparent) {
		WireEvent wire = this.serde.encode(event);
		Map<String, String> headers = new HashMap<>(wire.headers());
		headers.put("traceparent", traceparent);
		publish(topic, wire.key(), headers, wire.json().getBytes(StandardCharsets.UTF_8));
	}

	/** Anything at all, also what is no event. */
	public void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
		headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		try {
			this.producer.send(message).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Everything that lies on a topic now; in order within a partition. */
	public List<WireEvent> received(String topic) {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(this.settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<WireEvent> events = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach((message) -> events.add(wire(message)));
			}
			return events;
		}
	}

	/** The events of a family on a topic. */
	public <T extends DomainEvent> List<EventEnvelope<T>> received(String topic, Class<T> family) {
		return received(topic).stream()
			.filter((event) -> event.headers().containsKey("ce_type") && this.serde.typeOf(event).isOf(family))
			.map((event) -> this.serde.decode(event, family))
			.toList();
	}

	private static WireEvent wire(ConsumerRecord<String, byte[]> message) {
		Map<String, String> headers = new HashMap<>();
		message.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		String key = (message.key() != null) ? message.key() : "";
		byte[] value = (message.value() != null) ? message.value() : new byte[0];
		return new WireEvent(headers, key, new String(value, StandardCharsets.UTF_8));
	}

	private void createTopics() {
		try (Admin admin = Admin.create(this.settings)) {
			for (String topic : Topics.ALL) {
				create(admin, new NewTopic(topic, Topics.PARTITIONS, (short) 1));
				create(admin, new NewTopic(topic + Topics.DEAD_LETTER_SUFFIX, 1, (short) 1));
			}
		}
	}

	private static void create(Admin admin, NewTopic topic) {
		try {
			admin.createTopics(List.of(topic)).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException(ex);
			}
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
