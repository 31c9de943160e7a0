package jp.meguri.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.meguri.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics as they must be: created where missing, never changed. A wrong number of
 * partitions would break the order of aggregates, so it is said loudly.
 */
final class KafkaTopics {

	private static final Logger log = LoggerFactory.getLogger(KafkaTopics.class);

	private static final Map<String, String> THIRTY_DAYS = Map.of(TopicConfig.RETENTION_MS_CONFIG,
			Long.toString(TimeUnit.DAYS.toMillis(30)), TopicConfig.CLEANUP_POLICY_CONFIG, "delete");

	private final Map<String, Object> settings;

	private final short replicationFactor;

	KafkaTopics(Map<String, Object> settings, short replicationFactor) {
		this.settings = new HashMap<>(settings);
		this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
		this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
		this.replicationFactor = replicationFactor;
	}

	/** Returns once every topic exists. Blocks; for a thread that may. */
	void ensure() throws InterruptedException, ExecutionException, TimeoutException {
		try (Admin admin = Admin.create(this.settings)) {
			Set<String> present = admin.listTopics().names().get(10, TimeUnit.SECONDS);
			for (NewTopic topic : missing(present)) {
				create(admin, topic);
			}
			admin.describeTopics(Topics.ALL)
				.allTopicNames()
				.get(10, TimeUnit.SECONDS)
				.values()
				.forEach(KafkaTopics::check);
		}
	}

	private List<NewTopic> missing(Set<String> present) {
		List<NewTopic> topics = new ArrayList<>();
		for (String name : Topics.ALL) {
			topics.add(new NewTopic(name, Topics.PARTITIONS, this.replicationFactor));
			topics.add(new NewTopic(name + Topics.DEAD_LETTER_SUFFIX, 1, this.replicationFactor));
		}
		topics.removeIf((topic) -> present.contains(topic.name()));
		return topics;
	}

	private static void create(Admin admin, NewTopic topic)
			throws InterruptedException, ExecutionException, TimeoutException {
		try {
			admin.createTopics(List.of(topic.configs(THIRTY_DAYS))).all().get(10, TimeUnit.SECONDS);
			log.info("Created topic {}", topic.name());
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
		}
	}

	private static void check(TopicDescription topic) {
		if (topic.partitions().size() != Topics.PARTITIONS) {
			log.error("Topic {} has {} partitions instead of {}: the order of events is not kept", topic.name(),
					topic.partitions().size(), Topics.PARTITIONS);
		}
	}

}
