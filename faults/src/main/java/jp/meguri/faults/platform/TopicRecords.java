package jp.meguri.faults.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that lies on a topic at this moment, from its beginning.
 *
 * @param brokers as {@code host:port}
 */
public record TopicRecords(String brokers) {

	private static final Duration LONGEST = Duration.ofMinutes(2);

	/**
	 * Reads to where the topic ended when this was asked.
	 * @return nothing for a topic that does not exist
	 * @throws IllegalStateException if the end is not reached in time
	 */
	public List<ConsumerRecord<byte[], byte[]>> of(String topic) {
		Map<String, Object> settings = Map.of("bootstrap.servers", this.brokers, "enable.auto.commit", "false");
		try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
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
			var limit = Instant.now().plus(LONGEST);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				if (Instant.now().isAfter(limit)) {
					throw new IllegalStateException(topic + " cannot be read to its end");
				}
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

}
