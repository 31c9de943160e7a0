package jp.meguri.faults.audit.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.faults.load.LogLine;
import jp.meguri.faults.load.What;
import org.jspecify.annotations.Nullable;

/**
 * A write as the client's log tells it.
 *
 * @param id unique in the run; also the marker in what it writes
 * @param what what was done
 * @param user who did it
 * @param key Idempotency-Key, or null
 * @param object what it was done to, or null for a create
 * @param attempts every time it was sent
 */
public record LoggedWrite(String id, What what, String user, @Nullable String key, @Nullable String object,
		List<Attempt> attempts) {

	public LoggedWrite {
		attempts = List.copyOf(attempts);
	}

	/** Somebody was told that it is done. */
	public boolean isAcknowledged() {
		return this.attempts.stream().anyMatch(Attempt::isAcknowledged);
	}

	/** It may have been done without anybody being told. */
	public boolean isUnknown() {
		return !isAcknowledged() && this.attempts.stream().anyMatch(Attempt::isUnknown);
	}

	public Set<String> correlations() {
		return this.attempts.stream().map(Attempt::correlation).collect(Collectors.toSet());
	}

	/** The log's lines put together; a request without an answer has an unknown end. */
	public static List<LoggedWrite> of(List<LogLine> lines) {
		var attempts = new LinkedHashMap<String, LogLine>();
		lines.forEach((line) -> attempts.merge(line.correlation(), line,
				(sent, answered) -> (answered.status() != null) ? answered : sent));
		var writes = new LinkedHashMap<String, List<LogLine>>();
		attempts.values().forEach((line) -> writes.computeIfAbsent(line.write(), (id) -> new ArrayList<>()).add(line));
		return writes.values().stream().map(LoggedWrite::one).toList();
	}

	private static LoggedWrite one(List<LogLine> lines) {
		var first = lines.get(0);
		return new LoggedWrite(first.write(), first.what(), first.user(), first.key(), first.object(),
				lines.stream()
					.map((line) -> new Attempt(line.correlation(), line.at(),
							(line.status() != null) ? line.status() : 0, line.revision(), line.id(), line.said()))
					.toList());
	}

}
