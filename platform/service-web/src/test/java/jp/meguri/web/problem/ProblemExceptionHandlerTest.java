package jp.meguri.web.problem;

import java.io.IOException;
import java.time.Duration;
import jp.meguri.web.json.StrictJson;
import jp.meguri.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.netty.channel.AbortedException;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProblemExceptionHandlerTest {

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/things"));

	@Test
	void callerWhoHungUp_isNoFailureOfOurs(CapturedOutput output) {
		handle(new AbortedException("Connection has been closed BEFORE send operation"));
		assertThat(this.exchange.getResponse().getStatusCode()).isNull();
		assertThat(output).doesNotContain("failed");
	}

	@Test
	void databaseThatHungUp_isAFailureOfOurs(CapturedOutput output) {
		handle(new DataAccessResourceFailureException("commit",
				new AbortedException(new IOException("Connection reset by peer"))));
		assertThat(this.exchange.getResponse().getStatusCode()).isNotNull().matches(HttpStatusCode::is5xxServerError);
		assertThat(output).contains("GET /api/things failed");
	}

	private void handle(Throwable failure) {
		new ProblemExceptionHandler(new ProblemWriter(new Texts(), new StrictJson())).handle(this.exchange, failure)
			.block(Duration.ofSeconds(5));
	}

}
