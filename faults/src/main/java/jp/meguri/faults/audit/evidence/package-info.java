/**
 * What the auditor looks at: the client's log, and what lies in databases, topics and the
 * mail sink. Read with JDBC and Kafka's own client, with none of Meguri's code.
 */
@NullMarked
package jp.meguri.faults.audit.evidence;

import org.jspecify.annotations.NullMarked;
