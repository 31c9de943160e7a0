package jp.meguri.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

	@TempDir
	Path directory;

	private EmbeddedBroker broker;

	@AfterEach
	void stop() {
		if (this.broker != null) {
			this.broker.stop();
		}
	}

	@Test
	void start_findsItsTopicsAgain_afterStopAndAfterKill() throws Exception {
		this.broker = EmbeddedBroker.start(this.directory, 0);
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic("t", 12, (short) 1))).all().get(20, TimeUnit.SECONDS);
		}
		int port = this.broker.port();
		this.broker.stop();
		assertThat(this.broker.isRunning()).isFalse();
		this.broker = EmbeddedBroker.start(this.directory, port);
		assertThat(topics()).contains("t");
		this.broker.kill();
		this.broker = EmbeddedBroker.start(this.directory, 0);
		assertThat(topics()).contains("t");
	}

	@Test
	void start_endsTheBrokerAFormerRunLeftBehind() throws Exception {
		long left = EmbeddedBroker.start(this.directory, 0).pid();
		this.broker = EmbeddedBroker.start(this.directory, 0);
		assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(topics()).isEmpty();
	}

	private Set<String> topics() throws Exception {
		try (Admin admin = admin()) {
			return admin.listTopics().names().get(20, TimeUnit.SECONDS);
		}
	}

	private Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", this.broker.bootstrapServers()));
	}

}
