package jp.meguri.faults.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jp.meguri.faults.audit.Violation;
import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.LoggedWrite;
import jp.meguri.faults.fault.FaultLine;
import jp.meguri.faults.fault.Mechanism;
import jp.meguri.faults.load.Counts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run found.
 *
 * @param seed run again with it
 * @param seconds how long people worked
 * @param quietSeconds how long it took after that until nothing was on its way
 * @param requests what people counted
 * @param replayed records that were sent once more in the end
 * @param writes what they wanted to write
 * @param acknowledged of them, those they were told of
 * @param unknown of them, those nobody knows about
 * @param events events in the outboxes
 * @param announced records on the topics
 * @param notices what people were told
 * @param letters letters that arrived
 * @param repeatedLetters of them, those that had arrived before
 * @param recoveries per mechanism
 * @param broken how often each promise was broken
 * @param violations each of them
 * @param faults each fault
 */
public record Report(long seed, long seconds, double quietSeconds, Counts.Total requests, long replayed, long writes,
		long acknowledged, long unknown, long events, long announced, long notices, long letters, long repeatedLetters,
		Map<Mechanism, Recovery> recoveries, Map<Kind, Long> broken, List<Violation> violations,
		List<FaultLine> faults) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int SHOWN = 40;

	/**
	 * Seconds until everything worked again.
	 */
	public record Recovery(int faults, double median, double worst) {

		static Recovery of(List<FaultLine> faults) {
			var seconds = faults.stream()
				.map(FaultLine::recovered)
				.map((value) -> (value != null) ? value : Double.POSITIVE_INFINITY)
				.sorted()
				.toList();
			return new Recovery(seconds.size(), seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1));
		}

	}

	public static Report of(RunNote run, Duration quiet, Evidence evidence, long repeatedLetters,
			List<Violation> violations) {
		var recoveries = new TreeMap<Mechanism, Recovery>();
		evidence.faults()
			.stream()
			.collect(Collectors.groupingBy(FaultLine::mechanism))
			.forEach((mechanism, faults) -> recoveries.put(mechanism, Recovery.of(faults)));
		var broken = new LinkedHashMap<Kind, Long>();
		for (var kind : Kind.values()) {
			broken.put(kind, violations.stream().filter((violation) -> violation.kind() == kind).count());
		}
		var writes = evidence.writes();
		return new Report(run.seed(), Duration.between(run.began(), run.ended()).toSeconds(), quiet.toMillis() / 1000.0,
				run.requests(), run.replayed(), writes.size(),
				writes.stream().filter(LoggedWrite::isAcknowledged).count(),
				writes.stream().filter(LoggedWrite::isUnknown).count(), evidence.events().size(),
				evidence.announced().size(), evidence.notices().size(), evidence.letters().size(), repeatedLetters,
				recoveries, broken, List.copyOf(violations), evidence.faults());
	}

	public void write(Path home) throws IOException {
		Files.writeString(home.resolve("report.txt"), text());
		Files.writeString(home.resolve("report.json"),
				JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
		Files.writeString(home.resolve("TEST-faults.xml"), testSuite());
	}

	/** Each promise as a test, for {@code ./meguri test} to count. */
	private String testSuite() {
		var cases = new StringBuilder();
		this.broken.forEach((kind, count) -> cases.append("  <testcase classname=\"faults\" name=\"%s\">%s</testcase>%n"
			.formatted(kind.title(), (count > 0) ? "<failure message=\"%d times\"/>".formatted(count) : "")));
		long failed = this.broken.values().stream().filter((count) -> count > 0).count();
		return "<testsuite name=\"faults, seed %d\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">%n%s</testsuite>%n"
			.formatted(this.seed, this.broken.size(), failed, cases);
	}

	public String text() {
		var text = new StringBuilder();
		text.append("%nseed %d, %d s under faults, %d faults; quiet %.1f s after that%n".formatted(this.seed,
				this.seconds, this.faults.size(), this.quietSeconds));
		text.append("%d requests that write (%d unknown), %d that read (%d failed)%n".formatted(this.requests.writes(),
				this.requests.unknown(), this.requests.reads(), this.requests.failedReads()));
		text.append("%d writes, %d acknowledged, %d of unknown end%n".formatted(this.writes, this.acknowledged,
				this.unknown));
		text.append("%d events, %d records on topics (%d sent once more); %d notices, %d letters (%d repeated)%n"
			.formatted(this.events, this.announced, this.replayed, this.notices, this.letters, this.repeatedLetters));
		text.append("%n%-30s %6s %8s %8s%n".formatted("recovery in seconds", "faults", "median", "worst"));
		this.recoveries.forEach((mechanism, recovery) -> text.append("%-30s %6d %8.1f %8.1f%n".formatted(mechanism,
				recovery.faults(), recovery.median(), recovery.worst())));
		text.append("%n".formatted());
		this.broken.forEach((kind, count) -> text.append("%-30s %6d%n".formatted(kind.title(), count)));
		this.violations.stream()
			.limit(SHOWN)
			.forEach((violation) -> text.append("✗ %s: %s%n".formatted(violation.kind(), violation.text())));
		return text.toString();
	}

}
