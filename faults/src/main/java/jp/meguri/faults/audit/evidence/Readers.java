package jp.meguri.faults.audit.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.Way;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the services have read the topics.
 */
public final class Readers {

	private static final List<String> GROUPS = List.of("goals-service", "evaluation-service", "notification-service");

	private static final long SECONDS = 20;

	private final Map<String, Object> settings;

	public Readers(RunFile run) {
		var kafka = run.end(Way.KAFKA).orElseThrow();
		this.settings = Map.of("bootstrap.servers", kafka.getHostString() + ":" + kafka.getPort());
	}

	/** Who has not read to the end, and how much is left. */
	public List<String> behind() throws InterruptedException {
		var behind = new ArrayList<String>();
		try (var admin = Admin.create(this.settings)) {
			for (var group : GROUPS) {
				long left = left(admin, group);
				if (left > 0) {
					behind.add("%s: %d records unread".formatted(group, left));
				}
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			behind.add("no answer from Kafka: " + ex);
		}
		return behind;
	}

	private static long left(Admin admin, String group)
			throws InterruptedException, ExecutionException, TimeoutException {
		var read = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(SECONDS, TimeUnit.SECONDS);
		var wanted = new HashMap<TopicPartition, OffsetSpec>();
		read.keySet().forEach((partition) -> wanted.put(partition, OffsetSpec.latest()));
		var ends = admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS);
		return read.entrySet()
			.stream()
			.mapToLong((entry) -> ends.get(entry.getKey()).offset() - entry.getValue().offset())
			.sum();
	}

}
