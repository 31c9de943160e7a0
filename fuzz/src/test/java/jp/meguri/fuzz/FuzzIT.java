package jp.meguri.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests made from the contracts, at a running platform. Prints its seed; the same seed
 * makes the same choices.
 */
class FuzzIT {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	@Test
	void noRequest_breaksAnything() throws IOException, InterruptedException, SQLException {
		var platform = Platform.in(Path.of(System.getProperty("meguri.data")));
		var fuzz = new Fuzz(Contract.in(Path.of("..", "docs", "openapi")), new Sender(platform), new AnswerRules(LIMIT),
				Files.readString(Path.of("..", "docs", "demo", "nagisa-civic-2025.txt")));
		Report report = fuzz.run(Long.getLong("fuzz.seed"), Integer.getInteger("fuzz.requests"),
				Duration.ofSeconds(Long.getLong("fuzz.seconds")));
		for (String disagreement : new Books(platform).disagreements()) {
			report.fault("half written: " + disagreement, "");
		}
		System.out.println("seed " + Long.getLong("fuzz.seed") + ": " + report);
		assertThat(report.faults().keySet()).isEmpty();
	}

}
