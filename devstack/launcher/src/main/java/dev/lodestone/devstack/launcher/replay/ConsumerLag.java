package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.devstack.launcher.LauncherException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * What the services have still to read. A service moves its offset only after its transaction is committed, so a lag of zero means
 * that every event has had its effect.
 */
final class ConsumerLag implements AutoCloseable {
    private static final int ANSWER_SECONDS_MAX = 30;

    /** One service's place in one topic. */
    record Place(String group, String topic) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byGroup = group.compareTo(other.group);
            return byGroup != 0 ? byGroup : topic.compareTo(other.topic);
        }
    }

    private final Admin admin;

    /** What each group was ever seen to read: a group whose service is down for a moment has no members. */
    private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();

    ConsumerLag(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Events not yet read, for every topic that a group reads; places without lag are there with 0. */
    SortedMap<Place, Long> measure() {
        List<String> groups = answer(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .toList();
        answer(admin.describeConsumerGroups(groups).all()).values().forEach(this::rememberAssignments);
        Map<String, ListConsumerGroupOffsetsSpec> wanted = groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        answer(admin.listConsumerGroupOffsets(wanted).all()).forEach(this::rememberOffsets);
        return lag(ends());
    }

    /** How many records the topics hold up to now, all partitions added up. */
    long size(Collection<String> topics) {
        return topics.stream()
                .filter(topic -> answer(admin.listTopics().names()).contains(topic))
                .mapToLong(this::size)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private long size(String topic) {
        Map<TopicPartition, OffsetSpec> wanted =
                answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()),
                                partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(wanted).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    private void rememberAssignments(ConsumerGroupDescription group) {
        Map<TopicPartition, Long> offsets = committed.computeIfAbsent(group.groupId(), id -> new HashMap<>());
        group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .forEach(partition -> offsets.putIfAbsent(partition, 0L));
    }

    private void rememberOffsets(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> known = committed.computeIfAbsent(group, id -> new HashMap<>());
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> wanted = committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private SortedMap<Place, Long> lag(Map<TopicPartition, Long> ends) {
        SortedMap<Place, Long> lag = new TreeMap<>();
        committed.forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
            long left = Math.max(0, ends.getOrDefault(partition, 0L) - offset);
            lag.merge(new Place(group, partition.topic()), left, Long::sum);
        }));
        return lag;
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Stopped while waiting", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new LauncherException("Kafka does not answer; is the suite up? " + failure.getMessage(), failure);
        }
    }
}
