package jp.meguri.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SupervisedProcessIT {

	@TempDir
	Path directory;

	private final List<Integer> exits = new CopyOnWriteArrayList<>();

	private SupervisedProcess process;

	@BeforeEach
	void prepare() {
		this.process = process("sleeper", "exec sleep 60");
	}

	@AfterEach
	void end() throws InterruptedException {
		this.process.stop(Duration.ofSeconds(5));
	}

	@Test
	void process_isStartedAgain_whenItEndsByItself() {
		this.process.start();
		long first = this.process.pid();

		ProcessHandle.of(first).orElseThrow().destroyForcibly();

		await().atMost(Duration.ofSeconds(10)).until(() -> this.process.isAlive() && this.process.pid() != first);
		assertThat(this.exits).containsExactly(137);
	}

	@Test
	void process_isNotStartedAgain_afterAStop() throws InterruptedException {
		this.process.start();

		assertThat(this.process.stop(Duration.ofSeconds(5))).isTrue();

		assertThat(this.process.isAlive()).isFalse();
		assertThat(this.exits).isEmpty();
	}

	@Test
	void process_isEndedByForce_whenItDoesNotListen() throws InterruptedException, IOException {
		var deaf = process("deaf", "trap '' TERM; touch ready; while :; do sleep 0.1; done");
		deaf.start();
		await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(this.directory.resolve("ready")));

		assertThat(deaf.stop(Duration.ofMillis(300))).isFalse();
		assertThat(deaf.isAlive()).isFalse();
	}

	@Test
	void runningProcesses_areFoundAgain_byWhoeverComesAfterACrash() throws IOException {
		this.process.start();
		var file = this.directory.resolve("processes");

		var found = ProcessList.running(file);

		assertThat(found).singleElement().satisfies((entry) -> {
			assertThat(entry.name()).isEqualTo("sleeper");
			assertThat(entry.pid()).isEqualTo(this.process.pid());
		});
		Files.writeString(file, "sleeper %d %d%n".formatted(this.process.pid(), found.get(0).start() - 60_000));
		assertThat(ProcessList.running(file)).as("another process with the same id").isEmpty();
	}

	private SupervisedProcess process(String name, String script) {
		var command = new Command(name, List.of("sh", "-c", script), Map.of(), this.directory,
				this.directory.resolve(name + ".log"));
		return new SupervisedProcess(command, new ProcessList(this.directory.resolve("processes")),
				(exit, pause) -> this.exits.add(exit));
	}

}
