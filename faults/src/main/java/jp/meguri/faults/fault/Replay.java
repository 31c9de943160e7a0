package jp.meguri.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.Way;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends everything that lies on the topics once more, as it was: no consumer may do
 * anything about it.
 */
public final class Replay {

	private static final List<String> TOPICS = List.of("meguri.catalog.v1", "meguri.goals.v1", "meguri.evaluations.v1");

	private final Map<String, Object> settings;

	public Replay(RunFile run) {
		var kafka = run.end(Way.KAFKA).orElseThrow();
		this.settings = Map.of("bootstrap.servers", kafka.getHostString() + ":" + kafka.getPort(), "enable.auto.commit",
				"false", "acks", "all");
	}

	/** How many records were sent. */
	public long run() {
		long sent = 0;
		for (var topic : TOPICS) {
			sent += again(topic);
		}
		return sent;
	}

	private long again(String topic) {
		var records = all(topic);
		try (var producer = new KafkaProducer<>(this.settings, new ByteArraySerializer(), new ByteArraySerializer())) {
			records.forEach((record) -> producer
				.send(new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), record.headers())));
			producer.flush();
		}
		return records.size();
	}

	private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
		try (var consumer = new KafkaConsumer<>(this.settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
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
