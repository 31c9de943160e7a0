/**
 * A TCP proxy that spoils connections on purpose, after the model of Toxiproxy's toxics:
 * latency, bandwidth, timeout, reset, limited data, swallowed replies.
 */
@NullMarked
package jp.meguri.faults.proxy;

import org.jspecify.annotations.NullMarked;
