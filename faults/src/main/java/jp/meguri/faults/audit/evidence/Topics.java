package jp.meguri.faults.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that lies on the topics.
 */
final class Topics {

	private static final List<String> NAMES = List.of("meguri.catalog.v1", "meguri.goals.v1", "meguri.evaluations.v1");

	private final Map<String, Object> settings;

	Topics(String brokers) {
		this.settings = Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false");
	}

	List<Rows.Announced> announced() {
		var all = new ArrayList<Rows.Announced>();
		for (var topic : NAMES) {
			records(topic).stream()
				.map(Topics::announced)
				.filter((record) -> !record.type().equals("heartbeat"))
				.forEach(all::add);
		}
		all.sort(Comparator.comparing(Rows.Announced::topic)
			.thenComparing(Rows.Announced::partition)
			.thenComparing(Rows.Announced::offset));
		return all;
	}

	List<String> deadLetters() {
		return NAMES.stream()
			.map((topic) -> topic + ".dlt")
			.flatMap((topic) -> records(topic).stream().map((record) -> topic + " holds " + announced(record)))
			.toList();
	}

	private static Rows.Announced announced(ConsumerRecord<byte[], byte[]> record) {
		return new Rows.Announced(record.topic(), record.partition(), record.offset(), header(record, "ce_id"),
				header(record, "ce_aggregatetype"), header(record, "ce_subject"),
				Long.parseLong(header(record, "ce_aggregateversion")));
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
		try (var consumer = new KafkaConsumer<>(this.settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			if (!consumer.listTopics().containsKey(topic)) {
				return List.of();
			}
			var partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			var ends = consumer.endOffsets(partitions);
			var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

}
