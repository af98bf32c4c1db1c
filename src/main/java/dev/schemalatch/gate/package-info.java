/**
 * Which new versions of a workload may start, by what a check found: the rule, its memory, and what a pod template says of
 * itself. Values only; the operator reads and writes the cluster, and the chart's admission policy asks the memory.
 */
@NullMarked
package dev.schemalatch.gate;

import org.jspecify.annotations.NullMarked;
