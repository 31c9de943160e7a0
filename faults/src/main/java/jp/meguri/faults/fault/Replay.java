package jp.meguri.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.TopicRecords;
import jp.meguri.faults.platform.Way;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends everything that lies on the topics once more, as it was: no consumer may do
 * anything about it.
 */
public final class Replay {

	private static final List<String> TOPICS = List.of("meguri.catalog.v1", "meguri.goals.v1", "meguri.evaluations.v1");

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final Map<String, Object> settings;

	private final TopicRecords records;

	public Replay(RunFile run) {
		var kafka = run.end(Way.KAFKA).orElseThrow();
		var brokers = kafka.getHostString() + ":" + kafka.getPort();
		this.settings = Map.of("bootstrap.servers", brokers, "acks", "all");
		this.records = new TopicRecords(brokers);
	}

	/**
	 * Sends all, and returns when the broker has taken them.
	 * @return how many
	 * @throws IllegalStateException if it does not take or give them in time
	 */
	public long run() throws InterruptedException {
		long sent = 0;
		for (var topic : TOPICS) {
			sent += again(topic);
		}
		return sent;
	}

	private long again(String topic) throws InterruptedException {
		var records = this.records.of(topic);
		try (var producer = new KafkaProducer<>(this.settings, new ByteArraySerializer(), new ByteArraySerializer())) {
			var taken = records.stream()
				.map((record) -> producer.send(new ProducerRecord<>(topic, record.partition(), record.key(),
						record.value(), record.headers())))
				.toList();
			for (var each : taken) {
				each.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Not everything on " + topic + " could be sent once more", ex);
		}
		return records.size();
	}

}
