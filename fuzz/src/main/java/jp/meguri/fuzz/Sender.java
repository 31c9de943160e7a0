package jp.meguri.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends requests with somebody's token and waits for the answer, but not for ever.
 */
final class Sender {

	/** After this an answer counts as never come. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int TOO_MANY = 429;

	private final Platform platform;

	Sender(Platform platform) {
		this.platform = platform;
	}

	/**
	 * Asks again where the platform asks for a pause: limits of rates are tested
	 * elsewhere.
	 */
	Answer send(Draft draft) throws InterruptedException {
		Answer answer = once(draft);
		for (int i = 0; i < 20 && answer.status() == TOO_MANY; i++) {
			Thread.sleep(200);
			answer = once(draft);
		}
		return answer;
	}

	private Answer once(Draft draft) throws InterruptedException {
		long begin = System.nanoTime();
		try {
			HttpResponse<byte[]> answer = this.platform.client().send(request(draft), BodyHandlers.ofByteArray());
			return new Answer(answer.statusCode(), answer.headers(), answer.body(), since(begin));
		}
		catch (IOException ex) {
			return Answer.none(since(begin));
		}
	}

	private HttpRequest request(Draft draft) {
		var request = HttpRequest.newBuilder(URI.create(this.platform.url() + draft.target())).timeout(PATIENCE);
		if (!draft.caller().isEmpty() && !draft.headers().containsKey("Authorization")) {
			request.header("Authorization", "Bearer " + this.platform.token(draft.caller()));
		}
		draft.headers().forEach(request::header);
		byte[] body = draft.bytes();
		return request
			.method(draft.method(), (body.length > 0) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody())
			.build();
	}

	private static Duration since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin);
	}

}
