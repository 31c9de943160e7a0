package jp.meguri.local.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics as an operator sees them.
 */
final class Topics {

	private static final List<String> GROUPS = List.of("evaluation-service", "notification-service", "goals-service");

	private static final long SECONDS = 20;

	private final Map<String, Object> settings;

	Topics(String brokers) {
		this.settings = Map.of("bootstrap.servers", brokers);
	}

	/** Sends everything on a topic once more, as it was. */
	int replay(String topic) {
		List<ConsumerRecord<byte[], byte[]>> records = all(topic);
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(this.settings, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			records.forEach((record) -> producer
				.send(new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), record.headers())));
			producer.flush();
		}
		return records.size();
	}

	private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

	/** Whether every service has read every topic to its end. */
	boolean everythingIsRead() {
		try (Admin admin = Admin.create(this.settings)) {
			for (String group : GROUPS) {
				if (!isRead(admin, group)) {
					return false;
				}
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	private static boolean isRead(Admin admin, String group)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
			.partitionsToOffsetAndMetadata()
			.get(SECONDS, TimeUnit.SECONDS);
		var ends = admin
			.listOffsets(read.keySet().stream().collect(Collectors.toMap((key) -> key, (key) -> OffsetSpec.latest())))
			.all()
			.get(SECONDS, TimeUnit.SECONDS);
		return !read.isEmpty() && read.entrySet()
			.stream()
			.allMatch((entry) -> entry.getValue() != null
					&& entry.getValue().offset() >= ends.get(entry.getKey()).offset());
	}

}
