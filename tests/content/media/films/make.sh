#!/bin/sh
# Makes the films of these tests, with ffmpeg (Debian: apt install ffmpeg). They are committed: tests need no ffmpeg.
set -eu
cd "$(dirname "$0")"
image="-f lavfi -i testsrc=size=128x80:rate=5:duration=1"
sound="-f lavfi -i sine=frequency=440:duration=1:sample_rate=48000"
# The same bytes on every run: no date, no version of the encoder.
f() { ffmpeg -hide_banner -loglevel error -y -threads 1 "$@"; }
ending="-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1"
vp9="-c:v libvpx-vp9 -crf 40 -b:v 0"
h264="-c:v libx264 -pix_fmt yuv420p"

# Good ones.
f $image $sound $vp9 -c:a libopus -b:a 16k $ending vp9-opus.webm
f $image $vp9 $ending vp9.webm
f $image -c:v libaom-av1 -cpu-used 8 -crf 40 $ending av1.webm
f $image $sound $h264 -c:a aac -b:a 16k -movflags +faststart $ending h264-aac.mp4
# A good one that shows nothing before its end is there.
f $image $sound $h264 -c:a aac -b:a 16k $ending table-at-end.mp4
# What browsers do not play, or not everywhere.
f $image $sound -c:v libvpx -c:a libvorbis -b:v 40k $ending vp8-vorbis.webm
f $image $sound $vp9 -c:a libvorbis -q:a 0 $ending vp9-vorbis.webm
f $image -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p $ending hevc.mp4
f $image -c:v libx264 -pix_fmt yuv444p $ending h264-444.mp4
f $image $sound $h264 -c:a libmp3lame -b:a 16k $ending h264-mp3.mp4
f $image $sound $h264 -c:a aac -b:a 16k $ending obs.mkv
f $image $sound $h264 -c:a aac -b:a 16k $ending phone.mov
f $image $sound -c:v mpeg4 -c:a mp3 $ending old.avi
f $image $vp9 -live 1 $ending no-duration.webm
f $sound -c:a libopus -b:a 16k $ending sound-only.webm
f $image -c:v libx264 -pix_fmt yuv420p -movflags frag_keyframe+empty_moov $ending fragments.mp4
